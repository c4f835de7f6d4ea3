// swift-format-ignore-file
// Made by Tests/AWSTests/Fixtures/service_table.py from botocore 1.44.8; a test compares them.

extension ServiceTable {
    /// What `ServiceTable` reads.
    static let text = #"""
S acmpca AcmPca ACM_PCA acm-pca acm-pca json1.1 ACMPrivateCA 2017-08-22 upper -
E CertificateMismatchException ConcurrentModificationException InvalidArgsException InvalidArnException InvalidNextTokenException InvalidPolicyException InvalidRequestException InvalidStateException InvalidTagException LimitExceededException LockoutPreventedException MalformedCSRException=MalformedCsrException MalformedCertificateException PermissionAlreadyExistsException RequestAlreadyProcessedException RequestFailedException RequestInProgressException ResourceNotFoundException TooManyTagsException
O CreateCertificateAuthority - -
O CreateCertificateAuthorityAuditReport - -
O CreatePermission - -
O DeleteCertificateAuthority - -
O DeletePermission - -
O DeletePolicy - -
O DescribeCertificateAuthority - 1
O DescribeCertificateAuthorityAuditReport - 4
O GetCertificate - -
O GetCertificateAuthorityCertificate - -
O GetCertificateAuthorityCsr - -
O GetPolicy - -
O ImportCertificateAuthorityCertificate 5 -
O IssueCertificate 8 -
O ListCertificateAuthorities - 10
O ListPermissions - 12
O ListTags - -
O PutPolicy - -
O RestoreCertificateAuthority - -
O RevokeCertificate - -
O TagCertificateAuthority - -
O UntagCertificateAuthority - -
O UpdateCertificateAuthority - -
T 1 s CertificateAuthority=2
T 2 s CreatedAt=3 LastStateChangeAt=3 NotBefore=3 NotAfter=3 RestorableUntil=3
T 3 t -
T 4 s CreatedAt=3
T 5 s Certificate=6 CertificateChain=7
T 6 b
T 7 b
T 8 s Csr=9
T 9 b
T 10 s CertificateAuthorities=11
T 11 l 2
T 12 s Permissions=13
T 13 l 14
T 14 s CreatedAt=3
S applicationautoscaling ApplicationAutoScaling APPLICATION_AUTO_SCALING application-autoscaling application-autoscaling json1.1 AnyScaleFrontendService 2016-02-06 upper -
E ConcurrentUpdateException FailedResourceAccessException InternalServiceException InvalidNextTokenException LimitExceededException ObjectNotFoundException ResourceNotFoundException TooManyTagsException ValidationException
O DeleteScalingPolicy - -
O DeleteScheduledAction - -
O DeregisterScalableTarget - -
O DescribeScalableTargets - 1
O DescribeScalingActivities - 5
O DescribeScalingPolicies - 8
O DescribeScheduledActions - 11
O GetPredictiveScalingForecast 14 15
O ListTagsForResource - -
O PutScalingPolicy - -
O PutScheduledAction 20 -
O RegisterScalableTarget - -
O TagResource - -
O UntagResource - -
T 1 s ScalableTargets=2
T 2 l 3
T 3 s CreationTime=4
T 4 t -
T 5 s ScalingActivities=6
T 6 l 7
T 7 s StartTime=4 EndTime=4
T 8 s ScalingPolicies=9
T 9 l 10
T 10 s CreationTime=4
T 11 s ScheduledActions=12
T 12 l 13
T 13 s StartTime=4 EndTime=4 CreationTime=4
T 14 s StartTime=4 EndTime=4
T 15 s LoadForecast=16 CapacityForecast=19 UpdateTime=4
T 16 l 17
T 17 s Timestamps=18
T 18 l 4
T 19 s Timestamps=18
T 20 s StartTime=4 EndTime=4
S applicationinsights ApplicationInsights APPLICATION_INSIGHTS applicationinsights applicationinsights json1.1 EC2WindowsBarleyService 2018-11-25 upper -
E AccessDeniedException BadRequestException InternalServerException ResourceInUseException ResourceNotFoundException TagsAlreadyExistException TooManyTagsException ValidationException
O AddWorkload - -
O CreateApplication - -
O CreateComponent - -
O CreateLogPattern - -
O DeleteApplication - -
O DeleteComponent - -
O DeleteLogPattern - -
O DescribeApplication - -
O DescribeComponent - -
O DescribeComponentConfiguration - -
O DescribeComponentConfigurationRecommendation - -
O DescribeLogPattern - -
O DescribeObservation - 1
O DescribeProblem - 6
O DescribeProblemObservations - 9
O DescribeWorkload - -
O ListApplications - -
O ListComponents - -
O ListConfigurationHistory 12 13
O ListLogPatternSets - -
O ListLogPatterns - -
O ListProblems 17 18
O ListTagsForResource - -
O ListWorkloads - -
O RemoveWorkload - -
O TagResource - -
O UntagResource - -
O UpdateApplication - -
O UpdateComponent - -
O UpdateComponentConfiguration - -
O UpdateLogPattern - -
O UpdateProblem - -
O UpdateWorkload - -
T 1 s Observation=2
T 2 s StartTime=3 EndTime=4 LineTime=5
T 3 t -
T 4 t -
T 5 t -
T 6 s Problem=7
T 7 s StartTime=3 EndTime=4 LastRecurrenceTime=8
T 8 t -
T 9 s RelatedObservations=10
T 10 s ObservationList=11
T 11 l 2
T 12 s StartTime=3 EndTime=4
T 13 s EventList=14
T 14 l 15
T 15 s EventTime=16
T 16 t -
T 17 s StartTime=3 EndTime=4
T 18 s ProblemList=19
T 19 l 7
S apprunner AppRunner APPRUNNER apprunner apprunner json1.0 AppRunner 2020-05-15 upper -
E InternalServiceErrorException InvalidRequestException InvalidStateException ResourceNotFoundException ServiceQuotaExceededException
O AssociateCustomDomain - -
O CreateAutoScalingConfiguration - 1
O CreateConnection - 4
O CreateObservabilityConfiguration - 6
O CreateService - 8
O CreateVpcConnector - 11
O CreateVpcIngressConnection - 13
O DeleteAutoScalingConfiguration - 15
O DeleteConnection - 16
O DeleteObservabilityConfiguration - 17
O DeleteService - 18
O DeleteVpcConnector - 19
O DeleteVpcIngressConnection - 20
O DescribeAutoScalingConfiguration - 21
O DescribeCustomDomains - -
O DescribeObservabilityConfiguration - 22
O DescribeService - 23
O DescribeVpcConnector - 24
O DescribeVpcIngressConnection - 25
O DisassociateCustomDomain - -
O ListAutoScalingConfigurations - 26
O ListConnections - 28
O ListObservabilityConfigurations - -
O ListOperations - 31
O ListServices - 34
O ListServicesForAutoScalingConfiguration - -
O ListTagsForResource - -
O ListVpcConnectors - 37
O ListVpcIngressConnections - -
O PauseService - 39
O ResumeService - 40
O StartDeployment - -
O TagResource - -
O UntagResource - -
O UpdateDefaultAutoScalingConfiguration - 41
O UpdateService - 42
O UpdateVpcIngressConnection - 43
T 1 s AutoScalingConfiguration=2
T 2 s CreatedAt=3 DeletedAt=3
T 3 t -
T 4 s Connection=5
T 5 s CreatedAt=3
T 6 s ObservabilityConfiguration=7
T 7 s CreatedAt=3 DeletedAt=3
T 8 s Service=9
T 9 s CreatedAt=3 UpdatedAt=3 DeletedAt=3 AutoScalingConfigurationSummary=10
T 10 s CreatedAt=3
T 11 s VpcConnector=12
T 12 s CreatedAt=3 DeletedAt=3
T 13 s VpcIngressConnection=14
T 14 s CreatedAt=3 DeletedAt=3
T 15 s AutoScalingConfiguration=2
T 16 s Connection=5
T 17 s ObservabilityConfiguration=7
T 18 s Service=9
T 19 s VpcConnector=12
T 20 s VpcIngressConnection=14
T 21 s AutoScalingConfiguration=2
T 22 s ObservabilityConfiguration=7
T 23 s Service=9
T 24 s VpcConnector=12
T 25 s VpcIngressConnection=14
T 26 s AutoScalingConfigurationSummaryList=27
T 27 l 10
T 28 s ConnectionSummaryList=29
T 29 l 30
T 30 s CreatedAt=3
T 31 s OperationSummaryList=32
T 32 l 33
T 33 s StartedAt=3 EndedAt=3 UpdatedAt=3
T 34 s ServiceSummaryList=35
T 35 l 36
T 36 s CreatedAt=3 UpdatedAt=3
T 37 s VpcConnectors=38
T 38 l 12
T 39 s Service=9
T 40 s Service=9
T 41 s AutoScalingConfiguration=2
T 42 s Service=9
T 43 s VpcIngressConnection=14
S appstream AppStream APPSTREAM appstream2 appstream json1.1 PhotonAdminProxyService 2016-12-01 upper -
E ConcurrentModificationException DryRunOperationException EntitlementAlreadyExistsException EntitlementNotFoundException IncompatibleImageException InvalidAccountStatusException InvalidParameterCombinationException InvalidRoleException LimitExceededException OperationNotPermittedException RequestLimitExceededException ResourceAlreadyExistsException ResourceInUseException ResourceNotAvailableException ResourceNotFoundException
O AssociateAppBlockBuilderAppBlock - -
O AssociateApplicationFleet - -
O AssociateApplicationToEntitlement - -
O AssociateFleet - -
O AssociateSoftwareToImageBuilder - -
O BatchAssociateUserStack - 1
O BatchDisassociateUserStack - 2
O CopyImage - -
O CreateAppBlock - 3
O CreateAppBlockBuilder - 6
O CreateAppBlockBuilderStreamingURL - 10
O CreateApplication - 11
O CreateDirectoryConfig - 13
O CreateEntitlement - 15
O CreateExportImageTask - 17
O CreateFleet - 19
O CreateImageBuilder - 21
O CreateImageBuilderStreamingURL - 23
O CreateImportedImage - 24
O CreateStack - 29
O CreateStreamingURL - 31
O CreateThemeForStack - 32
O CreateUpdatedImage 34 35
O CreateUsageReportSubscription - -
O CreateUser - -
O DeleteAppBlock - -
O DeleteAppBlockBuilder - -
O DeleteApplication - -
O DeleteDirectoryConfig - -
O DeleteEntitlement - -
O DeleteFleet - -
O DeleteImage - 36
O DeleteImageBuilder - 37
O DeleteImagePermissions - -
O DeleteStack - -
O DeleteThemeForStack - -
O DeleteUsageReportSubscription - -
O DeleteUser - -
O DescribeAppBlockBuilderAppBlockAssociations - -
O DescribeAppBlockBuilders - 38
O DescribeAppBlocks - 40
O DescribeAppLicenseUsage - 42
O DescribeApplicationFleetAssociations - -
O DescribeApplications - 45
O DescribeDirectoryConfigs - 46
O DescribeEntitlements - 48
O DescribeFleets - 50
O DescribeImageBuilders - 52
O DescribeImagePermissions - 54
O DescribeImages - 57
O DescribeSessions - 59
O DescribeSoftwareAssociations - -
O DescribeStacks - 62
O DescribeThemeForStack - 64
O DescribeUsageReportSubscriptions - 65
O DescribeUserStackAssociations - -
O DescribeUsers - 68
O DisableUser - -
O DisassociateAppBlockBuilderAppBlock - -
O DisassociateApplicationFleet - -
O DisassociateApplicationFromEntitlement - -
O DisassociateFleet - -
O DisassociateSoftwareFromImageBuilder - -
O DrainSessionInstance - -
O EnableUser - -
O ExpireSession - -
O GetExportImageTask - 71
O ListAssociatedFleets - -
O ListAssociatedStacks - -
O ListEntitledApplications - -
O ListExportImageTasks - 72
O ListTagsForResource - -
O StartAppBlockBuilder - 74
O StartFleet - -
O StartImageBuilder - 75
O StartSoftwareDeploymentToImageBuilder - -
O StopAppBlockBuilder - 76
O StopFleet - -
O StopImageBuilder - 77
O TagResource - -
O UntagResource - -
O UpdateAppBlockBuilder - 78
O UpdateApplication - 79
O UpdateDirectoryConfig - 80
O UpdateEntitlement - 81
O UpdateFleet - 82
O UpdateImageBuilder - 83
O UpdateImagePermissions 84 -
O UpdateStack - 85
O UpdateThemeForStack - 86
T 1 s Errors~errors=-
T 2 s Errors~errors=-
T 3 s AppBlock=4
T 4 s CreatedTime=5
T 5 t -
T 6 s AppBlockBuilder=7
T 7 s CreatedTime=5 AppBlockBuilderErrors=8
T 8 l 9
T 9 s ErrorTimestamp=5
T 10 s Expires=5
T 11 s Application=12
T 12 s CreatedTime=5
T 13 s DirectoryConfig=14
T 14 s CreatedTime=5
T 15 s Entitlement=16
T 16 s CreatedTime=5 LastModifiedTime=5
T 17 s ExportImageTask=18
T 18 s CreatedDate=5
T 19 s Fleet=20
T 20 s CreatedTime=5
T 21 s ImageBuilder=22
T 22 s CreatedTime=5 ImageBuilderErrors=8
T 23 s Expires=5
T 24 s Image=25
T 25 s Applications=26 CreatedTime=5 PublicBaseImageReleasedDate=5 ImagePermissions=27 ImageErrors=8 ImageSoftwareMetadata=28
T 26 l 12
T 27 s AllowFleet~allowFleet=- AllowImageBuilder~allowImageBuilder=-
T 28 s NvidiaGridDriverVersion~nvidiaGridDriverVersion=-
T 29 s Stack=30
T 30 s CreatedTime=5
T 31 s Expires=5
T 32 s Theme=33
T 33 s CreatedTime=5
T 34 s ExistingImageName~existingImageName=- NewImageName~newImageName=- NewImageDescription~newImageDescription=- NewImageDisplayName~newImageDisplayName=- NewImageTags~newImageTags=- DryRun~dryRun=-
T 35 s Image~image=25 CanUpdateImage~canUpdateImage=-
T 36 s Image=25
T 37 s ImageBuilder=22
T 38 s AppBlockBuilders=39
T 39 l 7
T 40 s AppBlocks=41
T 41 l 4
T 42 s AppLicenseUsages=43
T 43 l 44
T 44 s SubscriptionFirstUsedDate=5 SubscriptionLastUsedDate=5
T 45 s Applications=26
T 46 s DirectoryConfigs=47
T 47 l 14
T 48 s Entitlements=49
T 49 l 16
T 50 s Fleets=51
T 51 l 20
T 52 s ImageBuilders=53
T 53 l 22
T 54 s SharedImagePermissionsList=55
T 55 l 56
T 56 s SharedAccountId~sharedAccountId=- ImagePermissions~imagePermissions=27
T 57 s Images=58
T 58 l 25
T 59 s Sessions=60
T 60 l 61
T 61 s StartTime=5 MaxExpirationTime=5
T 62 s Stacks=63
T 63 l 30
T 64 s Theme=33
T 65 s UsageReportSubscriptions=66
T 66 l 67
T 67 s LastGeneratedReportDate=5
T 68 s Users=69
T 69 l 70
T 70 s CreatedTime=5
T 71 s ExportImageTask=18
T 72 s ExportImageTasks=73
T 73 l 18
T 74 s AppBlockBuilder=7
T 75 s ImageBuilder=22
T 76 s AppBlockBuilder=7
T 77 s ImageBuilder=22
T 78 s AppBlockBuilder=7
T 79 s Application=12
T 80 s DirectoryConfig=14
T 81 s Entitlement=16
T 82 s Fleet=20
T 83 s ImageBuilder=22
T 84 s ImagePermissions=27
T 85 s Stack=30
T 86 s Theme=33
S athena Athena ATHENA athena athena json1.1 AmazonAthena 2017-05-18 upper -
E InternalServerException InvalidRequestException MetadataException ResourceNotFoundException SessionAlreadyExistsException TooManyRequestsException
O BatchGetNamedQuery - -
O BatchGetPreparedStatement - 1
O BatchGetQueryExecution - 5
O CancelCapacityReservation - -
O CreateCapacityReservation - -
O CreateDataCatalog - -
O CreateNamedQuery 9 -
O CreateNotebook - -
O CreatePreparedStatement - -
O CreatePresignedNotebookUrl - -
O CreateSystemTableConfiguration 10 11
O CreateWorkGroup - -
O DeleteCapacityReservation - -
O DeleteDataCatalog - -
O DeleteNamedQuery 13 -
O DeleteNotebook - -
O DeletePreparedStatement - -
O DeleteSystemTableConfiguration - -
O DeleteWorkGroup - -
O ExportNotebook - 14
O GetCalculationExecution - 16
O GetCalculationExecutionCode - -
O GetCalculationExecutionStatus - 18
O GetCapacityAssignmentConfiguration - -
O GetCapacityReservation - 19
O GetDataCatalog - -
O GetDatabase - -
O GetNamedQuery - -
O GetNotebookMetadata - 22
O GetPreparedStatement - 23
O GetQueryExecution - 24
O GetQueryResults - -
O GetQueryRuntimeStatistics - -
O GetResourceDashboard - -
O GetSession - 25
O GetSessionEndpoint - 27
O GetSessionStatus - 28
O GetSystemTableConfiguration - 29
O GetTableMetadata - 30
O GetWorkGroup - 32
O ImportNotebook - -
O ListApplicationDPUSizes - -
O ListCalculationExecutions - 34
O ListCapacityReservations - 37
O ListDataCatalogs - -
O ListDatabases - -
O ListEngineVersions - -
O ListExecutors - -
O ListNamedQueries - -
O ListNotebookMetadata - 39
O ListNotebookSessions - 41
O ListPreparedStatements - 44
O ListQueryExecutions - -
O ListSessions - 47
O ListSystemTableStatuses - -
O ListTableMetadata - 50
O ListTagsForResource - -
O ListWorkGroups - 52
O PutCapacityAssignmentConfiguration - -
O StartCalculationExecution - -
O StartQueryExecution 55 -
O StartSession - -
O StopCalculationExecution - -
O StopQueryExecution 56 -
O TagResource - -
O TerminateSession - -
O UntagResource - -
O UpdateCapacityReservation - -
O UpdateDataCatalog - -
O UpdateNamedQuery - -
O UpdateNotebook - -
O UpdateNotebookMetadata - -
O UpdatePreparedStatement - -
O UpdateSystemTableConfiguration - 57
O UpdateWorkGroup - -
T 1 s PreparedStatements=2
T 2 l 3
T 3 s LastModifiedTime=4
T 4 t -
T 5 s QueryExecutions=6
T 6 l 7
T 7 s Status=8
T 8 s SubmissionDateTime=4 CompletionDateTime=4
T 9 s ClientRequestToken/i=-
T 10 s ClientRequestToken/i=-
T 11 s CreatedAt=12 LastModifiedAt=12
T 12 t -
T 13 s NamedQueryId/i=-
T 14 s NotebookMetadata=15
T 15 s CreationTime=4 LastModifiedTime=4
T 16 s Status=17
T 17 s SubmissionDateTime=4 CompletionDateTime=4
T 18 s Status=17
T 19 s CapacityReservation=20
T 20 s LastAllocation=21 LastSuccessfulAllocationTime=12 CreationTime=12
T 21 s RequestTime=12 RequestCompletionTime=12
T 22 s NotebookMetadata=15
T 23 s PreparedStatement=3
T 24 s QueryExecution=7
T 25 s Status=26
T 26 s StartDateTime=4 LastModifiedDateTime=4 EndDateTime=4 IdleSinceDateTime=4
T 27 s AuthTokenExpirationTime=12
T 28 s Status=26
T 29 s CreatedAt=12 LastModifiedAt=12
T 30 s TableMetadata=31
T 31 s CreateTime=12 LastAccessTime=12
T 32 s WorkGroup=33
T 33 s CreationTime=4
T 34 s Calculations=35
T 35 l 36
T 36 s Status=17
T 37 s CapacityReservations=38
T 38 l 20
T 39 s NotebookMetadataList=40
T 40 l 15
T 41 s NotebookSessionsList=42
T 42 l 43
T 43 s CreationTime=4
T 44 s PreparedStatements=45
T 45 l 46
T 46 s LastModifiedTime=4
T 47 s Sessions=48
T 48 l 49
T 49 s Status=26
T 50 s TableMetadataList=51
T 51 l 31
T 52 s WorkGroups=53
T 53 l 54
T 54 s CreationTime=4
T 55 s ClientRequestToken/i=-
T 56 s QueryExecutionId/i=-
T 57 s CreatedAt=12 LastModifiedAt=12
S autoscalingplans AutoScalingPlans AUTO_SCALING_PLANS autoscaling-plans autoscaling-plans json1.1 AnyScaleScalingPlannerFrontendService 2018-01-06 upper -
E ConcurrentUpdateException InternalServiceException InvalidNextTokenException LimitExceededException ObjectNotFoundException ValidationException
O CreateScalingPlan - -
O DeleteScalingPlan - -
O DescribeScalingPlanResources - -
O DescribeScalingPlans - 1
O GetScalingPlanResourceForecastData 5 6
O UpdateScalingPlan - -
T 1 s ScalingPlans=2
T 2 l 3
T 3 s StatusStartTime=4 CreationTime=4
T 4 t -
T 5 s StartTime=4 EndTime=4
T 6 s Datapoints=7
T 7 l 8
T 8 s Timestamp=4
S b2bi B2Bi B2BI b2bi b2bi json1.0 B2BI 2022-06-23 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateCapability 1 4
O CreatePartnership 6 7
O CreateProfile 8 9
O CreateStarterMappingTemplate - -
O CreateTransformer 10 11
O DeleteCapability - -
O DeletePartnership - -
O DeleteProfile - -
O DeleteTransformer - -
O GenerateMapping - -
O GetCapability - 12
O GetPartnership - 14
O GetProfile - 15
O GetTransformer - 16
O GetTransformerJob - -
O ListCapabilities - 17
O ListPartnerships - 20
O ListProfiles - 23
O ListTagsForResource 26 27
O ListTransformers - 28
O StartTransformerJob 31 -
O TagResource 32 -
O TestConversion - -
O TestMapping - -
O TestParsing - -
O UntagResource 33 -
O UpdateCapability - 34
O UpdatePartnership - 35
O UpdateProfile - 36
O UpdateTransformer - 37
T 1 s ClientToken~clientToken/i=- Tags~tags=2
T 2 l 3
T 3 s Key=- Value=-
T 4 s CreatedAt~createdAt=5
T 5 t iso8601
T 6 s ClientToken~clientToken/i=- Tags~tags=2
T 7 s CreatedAt~createdAt=5
T 8 s ClientToken~clientToken/i=- Tags~tags=2
T 9 s CreatedAt~createdAt=5
T 10 s ClientToken~clientToken/i=- Tags~tags=2
T 11 s CreatedAt~createdAt=5
T 12 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 13 t iso8601
T 14 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 15 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 16 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 17 s Capabilities~capabilities=18
T 18 l 19
T 19 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 20 s Partnerships~partnerships=21
T 21 l 22
T 22 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 23 s Profiles~profiles=24
T 24 l 25
T 25 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 26 s ResourceARN=-
T 27 s Tags=2
T 28 s Transformers~transformers=29
T 29 l 30
T 30 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 31 s ClientToken~clientToken/i=-
T 32 s ResourceARN=- Tags=2
T 33 s ResourceARN=- TagKeys=-
T 34 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 35 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 36 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
T 37 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=13
S backupgateway BackupGateway BACKUP_GATEWAY backup-gateway backup-gateway json1.0 BackupOnPremises_v20210101 2021-01-01 upper -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ThrottlingException ValidationException
O AssociateGatewayToServer - -
O CreateGateway - -
O DeleteGateway - -
O DeleteHypervisor - -
O DisassociateGatewayFromServer - -
O GetBandwidthRateLimitSchedule - -
O GetGateway - 1
O GetHypervisor - 4
O GetHypervisorPropertyMappings - -
O GetVirtualMachine - 6
O ImportHypervisorConfiguration - -
O ListGateways - 8
O ListHypervisors - -
O ListTagsForResource - -
O ListVirtualMachines - 11
O PutBandwidthRateLimitSchedule - -
O PutHypervisorPropertyMappings - -
O PutMaintenanceStartTime - -
O StartVirtualMachinesMetadataSync - -
O TagResource - -
O TestHypervisorConfiguration - -
O UntagResource - -
O UpdateGatewayInformation - -
O UpdateGatewaySoftwareNow - -
O UpdateHypervisor - -
T 1 s Gateway=2
T 2 s LastSeenTime=3 NextUpdateAvailabilityTime=3 DeprecationDate=3
T 3 t -
T 4 s Hypervisor=5
T 5 s LastSuccessfulMetadataSyncTime=3
T 6 s VirtualMachine=7
T 7 s LastBackupDate=3
T 8 s Gateways=9
T 9 l 10
T 10 s LastSeenTime=3
T 11 s VirtualMachines=12
T 12 l 13
T 13 s LastBackupDate=3
S batch Batch BATCH batch batch rest-json - 2016-08-10 lower -
E ClientException ServerException
O CancelJob - - POST /v1/canceljob
O CancelJobs - - POST /v1/canceljobs
O CreateComputeEnvironment 1 - POST /v1/createcomputeenvironment
O CreateConsumableResource 5 - POST /v1/createconsumableresource
O CreateJobQueue 6 - POST /v1/createjobqueue
O CreateQuotaShare 7 - POST /v1/createquotashare
O CreateSchedulingPolicy 8 - POST /v1/createschedulingpolicy
O CreateServiceEnvironment 9 - POST /v1/createserviceenvironment
O DeleteComputeEnvironment - - POST /v1/deletecomputeenvironment
O DeleteConsumableResource - - POST /v1/deleteconsumableresource
O DeleteJobQueue - - POST /v1/deletejobqueue
O DeleteQuotaShare - - POST /v1/deletequotashare
O DeleteSchedulingPolicy - - POST /v1/deleteschedulingpolicy
O DeleteServiceEnvironment - - POST /v1/deleteserviceenvironment
O DeregisterJobDefinition - - POST /v1/deregisterjobdefinition
O DescribeComputeEnvironments - 10 POST /v1/describecomputeenvironments
O DescribeConsumableResource - 13 POST /v1/describeconsumableresource
O DescribeJobDefinitions - 14 POST /v1/describejobdefinitions
O DescribeJobQueues - 41 POST /v1/describejobqueues
O DescribeJobs - 44 POST /v1/describejobs
O DescribeQuotaShare - 59 POST /v1/describequotashare
O DescribeSchedulingPolicies - 60 POST /v1/describeschedulingpolicies
O DescribeServiceEnvironments - 63 POST /v1/describeserviceenvironments
O DescribeServiceJob - 66 POST /v1/describeservicejob
O GetJobQueueSnapshot - 67 POST /v1/getjobqueuesnapshot
O ListConsumableResources - - POST /v1/listconsumableresources
O ListJobs - 70 POST /v1/listjobs
O ListJobsByConsumableResource - - POST /v1/listjobsbyconsumableresource
O ListQuotaShares - - POST /v1/listquotashares
O ListSchedulingPolicies - - POST /v1/listschedulingpolicies
O ListServiceJobs - - POST /v1/listservicejobs
O ListTagsForResource 74 75 GET /v1/tags/{resourceArn}
O RegisterJobDefinition 76 - POST /v1/registerjobdefinition
O SubmitJob 77 - POST /v1/submitjob
O SubmitServiceJob 85 - POST /v1/submitservicejob
O TagResource 86 - POST /v1/tags/{resourceArn}
O TerminateJob - - POST /v1/terminatejob
O TerminateJobs - - POST /v1/terminatejobs
O TerminateServiceJob - - POST /v1/terminateservicejob
O TerminateServiceJobs - - POST /v1/terminateservicejobs
O UntagResource 87 - DELETE /v1/tags/{resourceArn}
O UpdateComputeEnvironment 88 - POST /v1/updatecomputeenvironment
O UpdateConsumableResource 90 - POST /v1/updateconsumableresource
O UpdateJobQueue - - POST /v1/updatejobqueue
O UpdateQuotaShare - - POST /v1/updatequotashare
O UpdateSchedulingPolicy - - POST /v1/updateschedulingpolicy
O UpdateServiceEnvironment - - POST /v1/updateserviceenvironment
O UpdateServiceJob - - POST /v1/updateservicejob
T 1 s ComputeResources~computeResources=2 Tags~tags=4
T 2 s Tags~tags=3 CapacityTags~capacityTags=4
T 3 m -
T 4 m -
T 5 s Tags~tags=4
T 6 s Tags~tags=4
T 7 s Tags~tags=4
T 8 s Tags~tags=4
T 9 s Tags~tags=4
T 10 s ComputeEnvironments~computeEnvironments=11
T 11 l 12
T 12 s Tags~tags=4 ComputeResources~computeResources=2
T 13 s Tags~tags=4
T 14 s JobDefinitions~jobDefinitions=15
T 15 l 16
T 16 s Parameters~parameters=17 ContainerProperties~containerProperties=18 NodeProperties~nodeProperties=21 Tags~tags=4 EcsProperties~ecsProperties=24 EksProperties~eksProperties=31
T 17 m -
T 18 s LogConfiguration~logConfiguration=19
T 19 s Options~options=20
T 20 m -
T 21 s NodeRangeProperties~nodeRangeProperties=22
T 22 l 23
T 23 s Container~container=18 EcsProperties~ecsProperties=24 EksProperties~eksProperties=31
T 24 s TaskProperties~taskProperties=25
T 25 l 26
T 26 s Containers~containers=27
T 27 l 28
T 28 s FirelensConfiguration~firelensConfiguration=29 LogConfiguration~logConfiguration=19
T 29 s Options~options=30
T 30 m -
T 31 s PodProperties~podProperties=32
T 32 s Containers~containers=33 InitContainers~initContainers=33 Metadata~metadata=38
T 33 l 34
T 34 s Resources~resources=35
T 35 s Limits~limits=36 Requests~requests=37
T 36 m -
T 37 m -
T 38 s Labels~labels=39 Annotations~annotations=40
T 39 m -
T 40 m -
T 41 s JobQueues~jobQueues=42
T 42 l 43
T 43 s Tags~tags=4
T 44 s Jobs~jobs=45
T 45 l 46
T 46 s Parameters~parameters=17 Container~container=47 NodeProperties~nodeProperties=21 ArrayProperties~arrayProperties=48 Tags~tags=4 EksProperties~eksProperties=50 EcsProperties~ecsProperties=54
T 47 s LogConfiguration~logConfiguration=19
T 48 s StatusSummary~statusSummary=49
T 49 m -
T 50 s PodProperties~podProperties=51
T 51 s Containers~containers=52 InitContainers~initContainers=52 Metadata~metadata=38
T 52 l 53
T 53 s Resources~resources=35
T 54 s TaskProperties~taskProperties=55
T 55 l 56
T 56 s Containers~containers=57
T 57 l 58
T 58 s FirelensConfiguration~firelensConfiguration=29 LogConfiguration~logConfiguration=19
T 59 s Tags~tags=4
T 60 s SchedulingPolicies~schedulingPolicies=61
T 61 l 62
T 62 s Tags~tags=4
T 63 s ServiceEnvironments~serviceEnvironments=64
T 64 l 65
T 65 s Tags~tags=4
T 66 s Tags~tags=4
T 67 s FrontOfQuotaShares~frontOfQuotaShares=68
T 68 s QuotaShares~quotaShares=69
T 69 m -
T 70 s JobSummaryList~jobSummaryList=71
T 71 l 72
T 72 s ArrayProperties~arrayProperties=73
T 73 s StatusSummary~statusSummary=49
T 74 s ResourceArn~resourceArn/u=-
T 75 s Tags~tags=4
T 76 s Parameters~parameters=17 ContainerProperties~containerProperties=18 NodeProperties~nodeProperties=21 Tags~tags=4 EksProperties~eksProperties=31 EcsProperties~ecsProperties=24
T 77 s Parameters~parameters=17 NodeOverrides~nodeOverrides=78 Tags~tags=4 EksPropertiesOverride~eksPropertiesOverride=81
T 78 s NodePropertyOverrides~nodePropertyOverrides=79
T 79 l 80
T 80 s EksPropertiesOverride~eksPropertiesOverride=81
T 81 s PodProperties~podProperties=82
T 82 s Containers~containers=83 InitContainers~initContainers=83 Metadata~metadata=38
T 83 l 84
T 84 s Resources~resources=35
T 85 s Tags~tags=4 ClientToken~clientToken/i=-
T 86 s ResourceArn~resourceArn/u=- Tags~tags=4
T 87 s ResourceArn~resourceArn/u=- TagKeys~tagKeys/q=-
T 88 s ComputeResources~computeResources=89
T 89 s Tags~tags=3 CapacityTags~capacityTags=4
T 90 s ClientToken~clientToken/i=-
S bcmdashboards BcmDashboards BCM_DASHBOARDS bcm-dashboards bcm-dashboards json1.0 AWSBCMDashboardsService 2025-08-18 lower bcm-dashboards.us-east-1.api.aws@us-east-1
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateDashboard 1 -
O CreateScheduledReport 8 -
O DeleteDashboard - -
O DeleteScheduledReport - -
O ExecuteScheduledReport 13 14
O GetDashboard - 16
O GetResourcePolicy - -
O GetScheduledReport - 17
O ListDashboards - 19
O ListScheduledReports - 22
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
O UpdateDashboard 25 -
O UpdateScheduledReport 26 -
T 1 s Widgets~widgets=2
T 2 l 3
T 3 s Configs~configs=4
T 4 l 5
T 5 s DisplayConfig~displayConfig=6
T 6 s Graph~graph=7
T 7 m -
T 8 s ScheduledReport~scheduledReport=9 ClientToken~clientToken/i=-
T 9 s ScheduleConfig~scheduleConfig=10
T 10 s SchedulePeriod~schedulePeriod=11
T 11 s StartTime~startTime=12 EndTime~endTime=12
T 12 t -
T 13 s ClientToken~clientToken/i=-
T 14 s HealthStatus~healthStatus=15
T 15 s LastRefreshedAt~lastRefreshedAt=12
T 16 s Widgets~widgets=2 CreatedAt~createdAt=12 UpdatedAt~updatedAt=12
T 17 s ScheduledReport~scheduledReport=18
T 18 s ScheduleConfig~scheduleConfig=10 CreatedAt~createdAt=12 UpdatedAt~updatedAt=12 LastExecutionAt~lastExecutionAt=12 HealthStatus~healthStatus=15
T 19 s Dashboards~dashboards=20
T 20 l 21
T 21 s CreatedAt~createdAt=12 UpdatedAt~updatedAt=12
T 22 s ScheduledReports~scheduledReports=23
T 23 l 24
T 24 s HealthStatus~healthStatus=15
T 25 s Widgets~widgets=2
T 26 s ScheduleConfig~scheduleConfig=10
S bcmdataexports BcmDataExports BCM_DATA_EXPORTS bcm-data-exports bcm-data-exports json1.1 AWSBillingAndCostManagementDataExports 2023-11-26 upper bcm-data-exports.us-east-1.api.aws@us-east-1
E AccessDeniedException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateExport - -
O DeleteExport - -
O GetExecution - 1
O GetExport - 4
O GetTable - -
O ListExecutions - 6
O ListExports - 9
O ListTables - -
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
O UpdateExport - -
T 1 s ExecutionStatus=2
T 2 s CreatedAt=3 CompletedAt=3 LastUpdatedAt=3
T 3 t iso8601
T 4 s ExportStatus=5
T 5 s CreatedAt=3 LastUpdatedAt=3 LastRefreshedAt=3
T 6 s Executions=7
T 7 l 8
T 8 s ExecutionStatus=2
T 9 s Exports=10
T 10 l 11
T 11 s ExportStatus=5
S bcmpricingcalculator BcmPricingCalculator BCM_PRICING_CALCULATOR bcm-pricing-calculator bcm-pricing-calculator json1.0 AWSBCMPricingCalculator 2024-06-19 lower bcm-pricing-calculator.us-east-1.api.aws@us-east-1
E AccessDeniedException ConflictException DataUnavailableException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O BatchCreateBillScenarioCommitmentModification 1 -
O BatchCreateBillScenarioUsageModification 2 10
O BatchCreateWorkloadEstimateUsage 15 18
O BatchDeleteBillScenarioCommitmentModification - -
O BatchDeleteBillScenarioUsageModification - -
O BatchDeleteWorkloadEstimateUsage - -
O BatchUpdateBillScenarioCommitmentModification - -
O BatchUpdateBillScenarioUsageModification 21 24
O BatchUpdateWorkloadEstimateUsage - 27
O CreateBillEstimate 30 32
O CreateBillScenario 35 36
O CreateWorkloadEstimate 37 38
O DeleteBillEstimate - -
O DeleteBillScenario - -
O DeleteWorkloadEstimate - -
O GetBillEstimate - 39
O GetBillScenario - 40
O GetPreferences - -
O GetUsageLinesEstimatedCost - -
O GetWorkloadEstimate - 41
O ListBillEstimateCommitments - -
O ListBillEstimateInputCommitmentModifications - -
O ListBillEstimateInputUsageModifications - 42
O ListBillEstimateLineItems - -
O ListBillEstimates 45 47
O ListBillScenarioCommitmentModifications - -
O ListBillScenarioUsageModifications - 50
O ListBillScenarios 51 52
O ListTagsForResource - 55
O ListWorkloadEstimateUsage - 56
O ListWorkloadEstimates 57 58
O TagResource 61 -
O UntagResource - -
O UpdateBillEstimate 62 63
O UpdateBillScenario 64 65
O UpdatePreferences - -
O UpdateWorkloadEstimate 66 67
T 1 s ClientToken~clientToken/i=-
T 2 s UsageModifications~usageModifications=3 ClientToken~clientToken/i=-
T 3 l 4
T 4 s Amounts~amounts=5 HistoricalUsage~historicalUsage=8
T 5 l 6
T 6 s StartHour~startHour=7
T 7 t -
T 8 s BillInterval~billInterval=9
T 9 s Start~start=7 End~end=7
T 10 s Items~items=11
T 11 l 12
T 12 s Quantities~quantities=13 HistoricalUsage~historicalUsage=8
T 13 l 14
T 14 s StartHour~startHour=7
T 15 s Usage~usage=16 ClientToken~clientToken/i=-
T 16 l 17
T 17 s HistoricalUsage~historicalUsage=8
T 18 s Items~items=19
T 19 l 20
T 20 s HistoricalUsage~historicalUsage=8
T 21 s UsageModifications~usageModifications=22
T 22 l 23
T 23 s Amounts~amounts=5
T 24 s Items~items=25
T 25 l 26
T 26 s Quantities~quantities=13 HistoricalUsage~historicalUsage=8
T 27 s Items~items=28
T 28 l 29
T 29 s HistoricalUsage~historicalUsage=8
T 30 s ClientToken~clientToken/i=- Tags~tags=31
T 31 m -
T 32 s BillInterval~billInterval=9 CostSummary~costSummary=33 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7 CostCategoryGroupSharingPreferenceEffectiveDate~costCategoryGroupSharingPreferenceEffectiveDate=7
T 33 s ServiceCostDifferences~serviceCostDifferences=34
T 34 m -
T 35 s ClientToken~clientToken/i=- Tags~tags=31
T 36 s BillInterval~billInterval=9 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7
T 37 s ClientToken~clientToken/i=- Tags~tags=31
T 38 s CreatedAt~createdAt=7 ExpiresAt~expiresAt=7 RateTimestamp~rateTimestamp=7
T 39 s BillInterval~billInterval=9 CostSummary~costSummary=33 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7 CostCategoryGroupSharingPreferenceEffectiveDate~costCategoryGroupSharingPreferenceEffectiveDate=7
T 40 s BillInterval~billInterval=9 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7
T 41 s CreatedAt~createdAt=7 ExpiresAt~expiresAt=7 RateTimestamp~rateTimestamp=7
T 42 s Items~items=43
T 43 l 44
T 44 s Quantities~quantities=13 HistoricalUsage~historicalUsage=8
T 45 s CreatedAtFilter~createdAtFilter=46 ExpiresAtFilter~expiresAtFilter=46
T 46 s AfterTimestamp~afterTimestamp=7 BeforeTimestamp~beforeTimestamp=7
T 47 s Items~items=48
T 48 l 49
T 49 s BillInterval~billInterval=9 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7
T 50 s Items~items=25
T 51 s CreatedAtFilter~createdAtFilter=46 ExpiresAtFilter~expiresAtFilter=46
T 52 s Items~items=53
T 53 l 54
T 54 s BillInterval~billInterval=9 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7
T 55 s Tags~tags=31
T 56 s Items~items=28
T 57 s CreatedAtFilter~createdAtFilter=46 ExpiresAtFilter~expiresAtFilter=46
T 58 s Items~items=59
T 59 l 60
T 60 s CreatedAt~createdAt=7 ExpiresAt~expiresAt=7 RateTimestamp~rateTimestamp=7
T 61 s Tags~tags=31
T 62 s ExpiresAt~expiresAt=7
T 63 s BillInterval~billInterval=9 CostSummary~costSummary=33 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7 CostCategoryGroupSharingPreferenceEffectiveDate~costCategoryGroupSharingPreferenceEffectiveDate=7
T 64 s ExpiresAt~expiresAt=7
T 65 s BillInterval~billInterval=9 CreatedAt~createdAt=7 ExpiresAt~expiresAt=7
T 66 s ExpiresAt~expiresAt=7
T 67 s CreatedAt~createdAt=7 ExpiresAt~expiresAt=7 RateTimestamp~rateTimestamp=7
S bcmrecommendedactions BcmRecommendedActions BCM_RECOMMENDED_ACTIONS bcm-recommended-actions bcm-recommended-actions json1.0 AWSBillingAndCostManagementRecommendedActions 2024-11-14 lower bcm-recommended-actions.us-east-1.api.aws@us-east-1
E AccessDeniedException InternalServerException ThrottlingException ValidationException
O ListRecommendedActions - 1
T 1 s RecommendedActions~recommendedActions=2
T 2 l 3
T 3 s Context~context=4
T 4 m -
S bedrockdataautomationruntime BedrockDataAutomationRuntime BEDROCK_DATA_AUTOMATION_RUNTIME bedrock-data-automation-runtime bedrock json1.1 AmazonBedrockKeystoneRuntimeService 2024-06-13 lower -
E AccessDeniedException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ServiceUnavailableException ThrottlingException ValidationException
O GetDataAutomationStatus - 1
O InvokeDataAutomation 3 -
O InvokeDataAutomationAsync 8 -
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
T 1 s JobSubmissionTime~jobSubmissionTime=2 JobCompletionTime~jobCompletionTime=2
T 2 t iso8601
T 3 s InputConfiguration~inputConfiguration=4 EncryptionConfiguration~encryptionConfiguration=6
T 4 s Bytes~bytes=5
T 5 b
T 6 s KmsEncryptionContext~kmsEncryptionContext=7
T 7 m -
T 8 s ClientToken~clientToken/i=- EncryptionConfiguration~encryptionConfiguration=6
S billing Billing BILLING billing billing json1.0 AWSBilling 2023-09-07 lower billing.us-east-1.api.aws@us-east-1
E AccessDeniedException BillingViewHealthStatusException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AssociateContract - -
O AssociateSourceViews - -
O CancelContractualInvestmentAttestation - -
O CreateBillingView 1 5
O CreateContractualInvestmentAttestation 6 -
O DeleteBillingView - -
O DisassociateContract - -
O DisassociateSourceViews - -
O GetBillingPreferences - -
O GetBillingView - 7
O GetContractInformation - 9
O GetCreditAllocationHistory 13 -
O GetCredits 14 15
O GetEnterpriseSupportChargeSummary - 18
O GetEnterpriseSupportContractDetails - 20
O GetResourcePolicy - -
O ListBillingViewSegments 22 24
O ListBillingViews 27 -
O ListBusinessSupportAccountCharges - 29
O ListBusinessSupportSubscriptionHistory 34 35
O ListContracts - 38
O ListContractualInvestmentAttestations - 41
O ListContractualInvestmentSummaries - -
O ListContractualInvestments - 44
O ListEnterpriseSupportLinkedAccountCharges - 49
O ListSourceViewsForBillingView - -
O ListTagsForResource - -
O RedeemCredits - -
O SplitCredit 54 -
O TagResource - -
O TransferCredit 55 -
O UntagResource - -
O UpdateBillingPreferences - -
O UpdateBillingView 56 57
T 1 s DataFilterExpression~dataFilterExpression=2 ClientToken~clientToken/i=-
T 2 s TimeRange~timeRange=3
T 3 s BeginDateInclusive~beginDateInclusive=4 EndDateInclusive~endDateInclusive=4
T 4 t -
T 5 s CreatedAt~createdAt=4
T 6 s InvestmentDisbursedAt~investmentDisbursedAt=4 ClientToken~clientToken/i=-
T 7 s BillingView~billingView=8
T 8 s DataFilterExpression~dataFilterExpression=2 CreatedAt~createdAt=4 UpdatedAt~updatedAt=4 ViewDefinitionLastUpdatedAt~viewDefinitionLastUpdatedAt=4
T 9 s Contract~contract=10
T 10 s PrivatePricingAddendum~privatePricingAddendum=11
T 11 s ContractTerm~contractTerm=12
T 12 s StartDateInclusive~startDateInclusive=4 EndDateInclusive~endDateInclusive=4
T 13 s StartDate~startDate=4 EndDate~endDate=4
T 14 s StartDate~startDate=4 EndDate~endDate=4
T 15 s Credits~credits=16
T 16 l 17
T 17 s StartDate~startDate=4 EndDate~endDate=4 ExhaustDate~exhaustDate=4
T 18 s BillingPeriodStartDate~billingPeriodStartDate=4 BillingPeriodEndDate~billingPeriodEndDate=4 BillDate~billDate=4 SupportEffectivePricingPlan~supportEffectivePricingPlan=19
T 19 s StartDate~startDate=4 EndDate~endDate=4
T 20 s SupportReservedInstanceAmortizationStartDate~supportReservedInstanceAmortizationStartDate=4 SupportSavingsPlansAmortizationStartDate~supportSavingsPlansAmortizationStartDate=4 SupportProrateStartDate~supportProrateStartDate=4 PricingPlans~pricingPlans=21
T 21 l 19
T 22 s TimeRange~timeRange=23
T 23 s BeginDateInclusive~beginDateInclusive=4 EndDateExclusive~endDateExclusive=4
T 24 s Items~items=25
T 25 l 26
T 26 s TimeRange~timeRange=23
T 27 s ActiveTimeRange~activeTimeRange=28
T 28 s ActiveAfterInclusive~activeAfterInclusive=4 ActiveBeforeInclusive~activeBeforeInclusive=4
T 29 s AccountCharges~accountCharges=30
T 30 l 31
T 31 s TierCharges~tierCharges=32
T 32 l 33
T 33 s ChargePeriodStartDate~chargePeriodStartDate=4 ChargePeriodEndDate~chargePeriodEndDate=4
T 34 s StartDate~startDate=4 EndDate~endDate=4
T 35 s SubscriptionContracts~subscriptionContracts=36
T 36 l 37
T 37 s ContractStartDate~contractStartDate=4 ContractEndDate~contractEndDate=4
T 38 s Items~items=39
T 39 l 40
T 40 s ContractTerm~contractTerm=12 LastUpdatedAt~lastUpdatedAt=4
T 41 s Items~items=42
T 42 l 43
T 43 s AttestedAt~attestedAt=4 UpdatedAt~updatedAt=4 InvestmentDisbursedAt~investmentDisbursedAt=4
T 44 s Items~items=45
T 45 l 46
T 46 s MilestoneBasedInvestment~milestoneBasedInvestment=47 OutcomeBasedInvestment~outcomeBasedInvestment=48
T 47 s InvestmentDisbursedAt~investmentDisbursedAt=4
T 48 s AttestationWindow~attestationWindow=12
T 49 s LinkedAccount~linkedAccount=50
T 50 l 51
T 51 s LinkedTimePeriods~linkedTimePeriods=52 SubscriptionTimePeriods~subscriptionTimePeriods=52
T 52 l 53
T 53 s BeginDate~beginDate=4 EndDate~endDate=4
T 54 s ClientToken~clientToken/i=-
T 55 s ClientToken~clientToken/i=-
T 56 s DataFilterExpression~dataFilterExpression=2
T 57 s UpdatedAt~updatedAt=4
S budgets Budgets BUDGETS budgets budgets json1.1 AWSBudgetServiceGateway 2016-10-20 upper budgets.amazonaws.com@us-east-1
E AccessDeniedException BillingViewHealthStatusException CreationLimitExceededException DuplicateRecordException ExpiredNextTokenException InternalErrorException InvalidNextTokenException InvalidParameterException NotFoundException ResourceLockedException ServiceQuotaExceededException ThrottlingException
O CreateBudget 1 -
O CreateBudgetAction - -
O CreateNotification - -
O CreateSubscriber - -
O DeleteBudget - -
O DeleteBudgetAction - -
O DeleteNotification - -
O DeleteSubscriber - -
O DescribeBudget - 7
O DescribeBudgetAction - -
O DescribeBudgetActionHistories 8 9
O DescribeBudgetActionsForAccount - -
O DescribeBudgetActionsForBudget - -
O DescribeBudgetNotificationsForAccount - -
O DescribeBudgetPerformanceHistory 12 13
O DescribeBudgets - 17
O DescribeNotificationsForBudget - -
O DescribeSubscribersForNotification - -
O ExecuteBudgetAction - -
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
O UpdateBudget 19 -
O UpdateBudgetAction - -
O UpdateNotification - -
O UpdateSubscriber - -
T 1 s Budget=2
T 2 s TimePeriod=3 LastUpdatedTime=4 AutoAdjustData=5 HealthStatus=6
T 3 s Start=4 End=4
T 4 t -
T 5 s LastAutoAdjustTime=4
T 6 s LastUpdatedTime=4
T 7 s Budget=2
T 8 s TimePeriod=3
T 9 s ActionHistories=10
T 10 l 11
T 11 s Timestamp=4
T 12 s TimePeriod=3
T 13 s BudgetPerformanceHistory=14
T 14 s BudgetedAndActualAmountsList=15
T 15 l 16
T 16 s TimePeriod=3
T 17 s Budgets=18
T 18 l 2
T 19 s NewBudget=2
S costexplorer CostExplorer COST_EXPLORER ce ce json1.1 AWSInsightsIndexService 2017-10-25 upper ce.us-east-1.amazonaws.com@us-east-1
E AnalysisNotFoundException BackfillLimitExceededException BillExpirationException BillingViewHealthStatusException DataUnavailableException GenerationExistsException InvalidNextTokenException LimitExceededException RequestChangedException ResourceNotFoundException ServiceQuotaExceededException TooManyTagsException UnknownMonitorException UnknownSubscriptionException UnresolvableUsageUnitException
O CreateAnomalyMonitor - -
O CreateAnomalySubscription - -
O CreateCostCategoryDefinition - -
O DeleteAnomalyMonitor - -
O DeleteAnomalySubscription - -
O DeleteCostCategoryDefinition - -
O DescribeCostCategoryDefinition - -
O GetAnomalies - -
O GetAnomalyMonitors - -
O GetAnomalySubscriptions - -
O GetApproximateUsageRecords - -
O GetCommitmentPurchaseAnalysis - -
O GetCostAndUsage - -
O GetCostAndUsageComparisons - -
O GetCostAndUsageWithResources - -
O GetCostCategories - -
O GetCostComparisonDrivers - -
O GetCostForecast - -
O GetDimensionValues - -
O GetReservationCoverage - -
O GetReservationPurchaseRecommendation - -
O GetReservationUtilization - -
O GetRightsizingRecommendation - -
O GetSavingsPlanPurchaseRecommendationDetails - -
O GetSavingsPlansCoverage - -
O GetSavingsPlansPurchaseRecommendation - -
O GetSavingsPlansUtilization - -
O GetSavingsPlansUtilizationDetails - -
O GetTags - -
O GetUsageForecast - -
O ListCommitmentPurchaseAnalyses - -
O ListCostAllocationTagBackfillHistory - -
O ListCostAllocationTags - -
O ListCostCategoryDefinitions - -
O ListCostCategoryResourceAssociations - -
O ListSavingsPlansPurchaseRecommendationGeneration - -
O ListTagsForResource - -
O ProvideAnomalyFeedback - -
O StartCommitmentPurchaseAnalysis - -
O StartCostAllocationTagBackfill - -
O StartSavingsPlansPurchaseRecommendationGeneration - -
O TagResource - -
O UntagResource - -
O UpdateAnomalyMonitor - -
O UpdateAnomalySubscription - -
O UpdateCostAllocationTagsStatus - -
O UpdateCostCategoryDefinition - -
S cloud9 Cloud9 CLOUD9 cloud9 cloud9 json1.1 AWSCloud9WorkspaceManagementService 2017-09-23 lower -
E BadRequestException ConcurrentAccessException ConflictException ForbiddenException InternalServerErrorException LimitExceededException NotFoundException TooManyRequestsException
O CreateEnvironmentEC2 1 -
O CreateEnvironmentMembership - 4
O DeleteEnvironment - -
O DeleteEnvironmentMembership - -
O DescribeEnvironmentMemberships - 7
O DescribeEnvironmentStatus - -
O DescribeEnvironments - -
O ListEnvironments - -
O ListTagsForResource 9 10
O TagResource 11 -
O UntagResource 12 -
O UpdateEnvironment - -
O UpdateEnvironmentMembership - 13
T 1 s Tags~tags=2
T 2 l 3
T 3 s Key=- Value=-
T 4 s Membership~membership=5
T 5 s LastAccess~lastAccess=6
T 6 t -
T 7 s Memberships~memberships=8
T 8 l 5
T 9 s ResourceARN=-
T 10 s Tags=2
T 11 s ResourceARN=- Tags=2
T 12 s ResourceARN=- TagKeys=-
T 13 s Membership~membership=5
S cloudcontrol CloudControl CLOUDCONTROL cloudcontrolapi cloudcontrolapi json1.0 CloudApiService 2021-09-30 upper -
E AlreadyExistsException ClientTokenConflictException ConcurrentModificationException ConcurrentOperationException GeneralServiceException HandlerFailureException HandlerInternalFailureException InvalidCredentialsException InvalidRequestException NetworkFailureException NotStabilizedException NotUpdatableException PrivateTypeException RequestTokenNotFoundException ResourceConflictException ResourceNotFoundException ServiceInternalErrorException ServiceLimitExceededException ThrottlingException TypeNotFoundException UnsupportedActionException
O CancelResourceRequest - 1
O CreateResource 4 5
O DeleteResource 6 7
O GetResource - -
O GetResourceRequestStatus - 8
O ListResourceRequests - 11
O ListResources - -
O UpdateResource 13 14
T 1 s ProgressEvent=2
T 2 s EventTime=3 RetryAfter=3
T 3 t -
T 4 s ClientToken/i=-
T 5 s ProgressEvent=2
T 6 s ClientToken/i=-
T 7 s ProgressEvent=2
T 8 s ProgressEvent=2 HooksProgressEvent=9
T 9 l 10
T 10 s HookEventTime=3
T 11 s ResourceRequestStatusSummaries=12
T 12 l 2
T 13 s ClientToken/i=-
T 14 s ProgressEvent=2
S cloudhsm CloudHsm CLOUDHSM cloudhsm cloudhsm json1.1 CloudHsmFrontendService 2014-05-30 upper -
E CloudHsmInternalException CloudHsmServiceException InvalidRequestException
O AddTagsToResource - -
O CreateHapg - -
O CreateHsm - -
O CreateLunaClient - -
O DeleteHapg - -
O DeleteHsm - -
O DeleteLunaClient - -
O DescribeHapg - -
O DescribeHsm - -
O DescribeLunaClient - -
O GetConfig - -
O ListAvailableZones - -
O ListHapgs - -
O ListHsms - -
O ListLunaClients - -
O ListTagsForResource - -
O ModifyHapg - -
O ModifyHsm - -
O ModifyLunaClient - -
O RemoveTagsFromResource - -
S cloudhsmv2 CloudHsmV2 CLOUDHSM_V2 cloudhsmv2 cloudhsm json1.1 BaldrApiService 2017-04-28 upper -
E CloudHsmAccessDeniedException CloudHsmInternalFailureException CloudHsmInvalidRequestException CloudHsmResourceLimitExceededException CloudHsmResourceNotFoundException CloudHsmServiceException CloudHsmTagException
O CopyBackupToRegion - 1
O CreateCluster - 4
O CreateHsm - -
O DeleteBackup - 6
O DeleteCluster - 8
O DeleteHsm - -
O DeleteResourcePolicy - -
O DescribeBackups - 9
O DescribeClusters - 11
O GetResourcePolicy - -
O InitializeCluster - -
O ListTags - -
O ModifyBackupAttributes - 13
O ModifyCluster - 14
O PutResourcePolicy - -
O RestoreBackup - 15
O TagResource - -
O UntagResource - -
T 1 s DestinationBackup=2
T 2 s CreateTimestamp=3
T 3 t -
T 4 s Cluster=5
T 5 s CreateTimestamp=3 HsmTypeRollbackExpiration=3
T 6 s Backup=7
T 7 s CreateTimestamp=3 CopyTimestamp=3 DeleteTimestamp=3
T 8 s Cluster=5
T 9 s Backups=10
T 10 l 7
T 11 s Clusters=12
T 12 l 5
T 13 s Backup=7
T 14 s Cluster=5
T 15 s Backup=7
S cloudtrail CloudTrail CLOUDTRAIL cloudtrail cloudtrail json1.1 com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101 2013-11-01 upper -
E AccessDeniedException AccountHasOngoingImportException AccountNotFoundException AccountNotRegisteredException AccountRegisteredException CannotDelegateManagementAccountException ChannelARNInvalidException=ChannelArnInvalidException ChannelAlreadyExistsException ChannelExistsForEDSException=ChannelExistsForEdsException ChannelMaxLimitExceededException ChannelNotFoundException CloudTrailARNInvalidException=CloudTrailArnInvalidException CloudTrailAccessNotEnabledException CloudTrailInvalidClientTokenIdException CloudWatchLogsDeliveryUnavailableException ConcurrentModificationException ConflictException DelegatedAdminAccountLimitExceededException EventDataStoreARNInvalidException=EventDataStoreArnInvalidException EventDataStoreAlreadyExistsException EventDataStoreFederationEnabledException EventDataStoreHasOngoingImportException EventDataStoreMaxLimitExceededException EventDataStoreNotFoundException EventDataStoreTerminationProtectedException GenerateResponseException ImportNotFoundException InactiveEventDataStoreException InactiveQueryException InsightNotEnabledException InsufficientDependencyServiceAccessPermissionException InsufficientEncryptionPolicyException InsufficientIAMAccessPermissionException=InsufficientIamAccessPermissionException InsufficientS3BucketPolicyException InsufficientSnsTopicPolicyException InvalidCloudWatchLogsLogGroupArnException InvalidCloudWatchLogsRoleArnException InvalidDateRangeException InvalidEventCategoryException InvalidEventDataStoreCategoryException InvalidEventDataStoreStatusException InvalidEventSelectorsException InvalidHomeRegionException InvalidImportSourceException InvalidInsightSelectorsException InvalidKmsKeyIdException InvalidLookupAttributesException InvalidMaxResultsException InvalidNextTokenException InvalidParameterCombinationException InvalidParameterException InvalidQueryStatementException InvalidQueryStatusException InvalidS3BucketNameException InvalidS3PrefixException InvalidSnsTopicNameException InvalidSourceException InvalidTagParameterException InvalidTimeRangeException InvalidTokenException InvalidTrailNameException KmsException KmsKeyDisabledException KmsKeyNotFoundException MaxConcurrentQueriesException MaximumNumberOfTrailsExceededException NoManagementAccountSLRExistsException=NoManagementAccountSlrExistsException NotOrganizationManagementAccountException NotOrganizationMasterAccountException OperationNotPermittedException OrganizationNotInAllFeaturesModeException OrganizationsNotInUseException QueryIdNotFoundException ResourceARNNotValidException=ResourceArnNotValidException ResourceNotFoundException ResourcePolicyNotFoundException ResourcePolicyNotValidException ResourceTypeNotSupportedException S3BucketDoesNotExistException ServiceQuotaExceededException TagsLimitExceededException ThrottlingException TrailAlreadyExistsException TrailNotFoundException TrailNotProvidedException UnsupportedOperationException
O AddTags - -
O CancelQuery - -
O CreateChannel - -
O CreateDashboard - -
O CreateEventDataStore - 1
O CreateTrail - -
O DeleteChannel - -
O DeleteDashboard - -
O DeleteEventDataStore - -
O DeleteResourcePolicy - -
O DeleteTrail - -
O DeregisterOrganizationDelegatedAdmin - -
O DescribeQuery - 3
O DescribeTrails 5 6
O DisableFederation - -
O EnableFederation - -
O GenerateQuery - -
O GetChannel - 7
O GetDashboard - 9
O GetEventConfiguration - -
O GetEventDataStore - 10
O GetEventSelectors - -
O GetImport - 11
O GetInsightSelectors - -
O GetQueryResults - -
O GetResourcePolicy - -
O GetTrail - -
O GetTrailStatus - 12
O ListChannels - -
O ListDashboards - -
O ListEventDataStores - 13
O ListImportFailures - 16
O ListImports - 19
O ListInsightsData 22 23
O ListInsightsMetricData 26 27
O ListPublicKeys 29 30
O ListQueries 34 35
O ListTags - -
O ListTrails - -
O LookupEvents 38 39
O PutEventConfiguration - -
O PutEventSelectors - -
O PutInsightSelectors - -
O PutResourcePolicy - -
O RegisterOrganizationDelegatedAdmin - -
O RemoveTags - -
O RestoreEventDataStore - 40
O SearchSampleQueries - -
O StartDashboardRefresh - -
O StartEventDataStoreIngestion - -
O StartImport 41 42
O StartLogging - -
O StartQuery - -
O StopEventDataStoreIngestion - -
O StopImport - 43
O StopLogging - -
O UpdateChannel - -
O UpdateDashboard - 44
O UpdateEventDataStore - 45
O UpdateTrail - -
T 1 s CreatedTimestamp=2 UpdatedTimestamp=2
T 2 t -
T 3 s QueryStatistics=4
T 4 s CreationTime=2
T 5 s TrailNameList~trailNameList=- IncludeShadowTrails~includeShadowTrails=-
T 6 s TrailList~trailList=-
T 7 s IngestionStatus=8
T 8 s LatestIngestionSuccessTime=2 LatestIngestionAttemptTime=2
T 9 s CreatedTimestamp=2 UpdatedTimestamp=2
T 10 s CreatedTimestamp=2 UpdatedTimestamp=2
T 11 s StartEventTime=2 EndEventTime=2 CreatedTimestamp=2 UpdatedTimestamp=2
T 12 s LatestDeliveryTime=2 LatestNotificationTime=2 StartLoggingTime=2 StopLoggingTime=2 LatestCloudWatchLogsDeliveryTime=2 LatestDigestDeliveryTime=2
T 13 s EventDataStores=14
T 14 l 15
T 15 s CreatedTimestamp=2 UpdatedTimestamp=2
T 16 s Failures=17
T 17 l 18
T 18 s LastUpdatedTime=2
T 19 s Imports=20
T 20 l 21
T 21 s CreatedTimestamp=2 UpdatedTimestamp=2
T 22 s StartTime=2 EndTime=2
T 23 s Events=24
T 24 l 25
T 25 s EventTime=2
T 26 s StartTime=2 EndTime=2
T 27 s Timestamps=28
T 28 l 2
T 29 s StartTime=2 EndTime=2
T 30 s PublicKeyList=31
T 31 l 32
T 32 s Value=33 ValidityStartTime=2 ValidityEndTime=2
T 33 b
T 34 s StartTime=2 EndTime=2
T 35 s Queries=36
T 36 l 37
T 37 s CreationTime=2
T 38 s StartTime=2 EndTime=2
T 39 s Events=24
T 40 s CreatedTimestamp=2 UpdatedTimestamp=2
T 41 s StartEventTime=2 EndEventTime=2
T 42 s StartEventTime=2 EndEventTime=2 CreatedTimestamp=2 UpdatedTimestamp=2
T 43 s CreatedTimestamp=2 UpdatedTimestamp=2 StartEventTime=2 EndEventTime=2
T 44 s CreatedTimestamp=2 UpdatedTimestamp=2
T 45 s CreatedTimestamp=2 UpdatedTimestamp=2
S cloudwatch CloudWatch CLOUDWATCH monitoring monitoring json1.0 GraniteServiceVersion20100801 2010-08-01 upper - query-mode
E ConcurrentModificationException ConflictException DashboardInvalidInputError=DashboardInvalidInputErrorException DashboardNotFoundError=DashboardNotFoundErrorException InternalServiceFault=InternalServiceException InvalidFormatFault=InvalidFormatException InvalidNextToken=InvalidNextTokenException InvalidParameterCombinationException InvalidParameterValueException KmsAccessDeniedException KmsKeyDisabledException KmsKeyNotFoundException LimitExceededException LimitExceededFault=LimitExceededException MissingRequiredParameterException ResourceConflict=ResourceConflictException ResourceNotFound=ResourceNotFoundException ResourceNotFoundException ValidationException
O AssociateDatasetKmsKey - -
O CreateResourceMetricsConfiguration - 1
O DeleteAlarmMuteRule - -
O DeleteAlarms - -
O DeleteAnomalyDetector - -
O DeleteDashboards - -
O DeleteInsightRules - -
O DeleteMetricDataQueryDefinition - -
O DeleteMetricStream - -
O DeleteResourceMetricsConfiguration - -
O DescribeAlarmContributors - 4
O DescribeAlarmHistory 7 8
O DescribeAlarms - 11
O DescribeAlarmsForMetric - 18
O DescribeAnomalyDetectors - 19
O DescribeInsightRules - -
O DisableAlarmActions - -
O DisableInsightRules - -
O DisassociateDatasetKmsKey - -
O EnableAlarmActions - -
O EnableInsightRules - -
O GetAlarmMuteRule - 25
O GetDashboard - -
O GetDataset - -
O GetInsightRuleReport 26 27
O GetMetricData 34 35
O GetMetricDataQueryDefinition - 39
O GetMetricStatistics 40 41
O GetMetricStream - 44
O GetMetricWidgetImage - 45
O GetOTelEnrichment - 47
O GetResourceMetricsConfiguration - 48
O ListAlarmMuteRules - 49
O ListDashboards - 52
O ListManagedInsightRules - -
O ListMetricDataQueryDefinitions - 56
O ListMetricStreams - 59
O ListMetrics - -
O ListTagsForResource - -
O PutAlarmMuteRule 62 -
O PutAnomalyDetector 63 -
O PutCompositeAlarm - -
O PutDashboard - -
O PutInsightRule - -
O PutLogAlarm - -
O PutManagedInsightRules - -
O PutMetricAlarm - -
O PutMetricData 64 -
O PutMetricDataQueryDefinition - 69
O PutMetricStream - -
O SetAlarmState - -
O StartMetricStreams - -
O StartOTelEnrichment - 70
O StopMetricStreams - -
O StopOTelEnrichment - -
O TagResource - -
O UntagResource - -
O UpdateOTelEnrichment - 71
O UpdateResourceMetricsConfiguration - 72
T 1 s ResourceMetricsConfiguration=2
T 2 s CreatedAt=3 UpdatedAt=3
T 3 t -
T 4 s AlarmContributors=5
T 5 l 6
T 6 s StateTransitionedTimestamp=3
T 7 s StartDate=3 EndDate=3
T 8 s AlarmHistoryItems=9
T 9 l 10
T 10 s Timestamp=3
T 11 s CompositeAlarms=12 MetricAlarms=14 LogAlarms=16
T 12 l 13
T 13 s AlarmConfigurationUpdatedTimestamp=3 StateUpdatedTimestamp=3 StateTransitionedTimestamp=3
T 14 l 15
T 15 s AlarmConfigurationUpdatedTimestamp=3 StateUpdatedTimestamp=3 StateTransitionedTimestamp=3
T 16 l 17
T 17 s AlarmConfigurationUpdatedTimestamp=3 StateUpdatedTimestamp=3 StateTransitionedTimestamp=3
T 18 s MetricAlarms=14
T 19 s AnomalyDetectors=20
T 20 l 21
T 21 s Configuration=22
T 22 s ExcludedTimeRanges=23
T 23 l 24
T 24 s StartTime=3 EndTime=3
T 25 s StartDate=3 ExpireDate=3 LastUpdatedTimestamp=3
T 26 s StartTime=3 EndTime=3
T 27 s Contributors=28 MetricDatapoints=32
T 28 l 29
T 29 s Datapoints=30
T 30 l 31
T 31 s Timestamp=3
T 32 l 33
T 33 s Timestamp=3
T 34 s StartTime=3 EndTime=3
T 35 s MetricDataResults=36
T 36 l 37
T 37 s Timestamps=38
T 38 l 3
T 39 s CreatedAt=3 UpdatedAt=3
T 40 s StartTime=3 EndTime=3
T 41 s Datapoints=42
T 42 l 43
T 43 s Timestamp=3
T 44 s CreationDate=3 LastUpdateDate=3
T 45 s MetricWidgetImage=46
T 46 b
T 47 s CreatedAt=3 UpdatedAt=3
T 48 s ResourceMetricsConfiguration=2
T 49 s AlarmMuteRuleSummaries=50
T 50 l 51
T 51 s ExpireDate=3 LastUpdatedTimestamp=3
T 52 s DashboardEntries=53
T 53 l 54
T 54 s LastModified=55
T 55 t -
T 56 s Items=57
T 57 l 58
T 58 s UpdatedAt=3
T 59 s Entries=60
T 60 l 61
T 61 s CreationDate=3 LastUpdateDate=3
T 62 s StartDate=3 ExpireDate=3
T 63 s Configuration=22
T 64 s MetricData=65 EntityMetricData=67
T 65 l 66
T 66 s Timestamp=3
T 67 l 68
T 68 s MetricData=65
T 69 s CreatedAt=3 UpdatedAt=3
T 70 s CreatedAt=3 UpdatedAt=3
T 71 s CreatedAt=3 UpdatedAt=3
T 72 s ResourceMetricsConfiguration=2
S codebuild CodeBuild CODEBUILD codebuild codebuild json1.1 CodeBuild_20161006 2016-10-06 lower -
E AccountLimitExceededException AccountSuspendedException InvalidInputException OAuthProviderException ResourceAlreadyExistsException ResourceNotFoundException
O BatchDeleteBuilds - -
O BatchGetBuildBatches - 1
O BatchGetBuilds - 11
O BatchGetCommandExecutions - 16
O BatchGetFleets - 19
O BatchGetProjects - 22
O BatchGetReportGroups - 26
O BatchGetReports - 29
O BatchGetSandboxes - 34
O CreateFleet - 40
O CreateProject - 41
O CreateReportGroup - 42
O CreateWebhook - 43
O DeleteBuildBatch - -
O DeleteFleet - -
O DeleteProject - -
O DeleteReport - -
O DeleteReportGroup - -
O DeleteResourcePolicy - -
O DeleteSourceCredentials - -
O DeleteWebhook - -
O DescribeCodeCoverages - 44
O DescribeTestCases - 47
O GetReportGroupTrend - -
O GetResourcePolicy - -
O ImportSourceCredentials - -
O InvalidateProjectCache - -
O ListBuildBatches - -
O ListBuildBatchesForProject - -
O ListBuilds - -
O ListBuildsForProject - -
O ListCommandExecutionsForSandbox - 50
O ListCuratedEnvironmentImages - -
O ListFleets - -
O ListProjects - -
O ListReportGroups - -
O ListReports - -
O ListReportsForReportGroup - -
O ListSandboxes - -
O ListSandboxesForProject - -
O ListSharedProjects - -
O ListSharedReportGroups - -
O ListSourceCredentials - -
O PutResourcePolicy - -
O RetryBuild - 51
O RetryBuildBatch - 52
O StartBuild - 53
O StartBuildBatch - 54
O StartCommandExecution - 55
O StartSandbox - 56
O StartSandboxConnection - -
O StopBuild - 57
O StopBuildBatch - 58
O StopSandbox - 59
O UpdateFleet - 60
O UpdateProject - 61
O UpdateProjectVisibility - -
O UpdateReportGroup - 62
O UpdateWebhook - 63
T 1 s BuildBatches~buildBatches=2
T 2 l 3
T 3 s StartTime~startTime=4 EndTime~endTime=4 Phases~phases=5 BuildGroups~buildGroups=7
T 4 t -
T 5 l 6
T 6 s StartTime~startTime=4 EndTime~endTime=4
T 7 l 8
T 8 s CurrentBuildSummary~currentBuildSummary=9 PriorBuildSummaryList~priorBuildSummaryList=10
T 9 s RequestedOn~requestedOn=4
T 10 l 9
T 11 s Builds~builds=12
T 12 l 13
T 13 s StartTime~startTime=4 EndTime~endTime=4 Phases~phases=14
T 14 l 15
T 15 s StartTime~startTime=4 EndTime~endTime=4
T 16 s CommandExecutions~commandExecutions=17
T 17 l 18
T 18 s SubmitTime~submitTime=4 StartTime~startTime=4 EndTime~endTime=4
T 19 s Fleets~fleets=20
T 20 l 21
T 21 s Created~created=4 LastModified~lastModified=4
T 22 s Projects~projects=23
T 23 l 24
T 24 s Created~created=4 LastModified~lastModified=4 Webhook~webhook=25
T 25 s LastModifiedSecret~lastModifiedSecret=4
T 26 s ReportGroups~reportGroups=27
T 27 l 28
T 28 s Created~created=4 LastModified~lastModified=4
T 29 s Reports~reports=30
T 30 l 31
T 31 s Created~created=4 Expired~expired=4 TestSummary~testSummary=32
T 32 s StatusCounts~statusCounts=33
T 33 m -
T 34 s Sandboxes~sandboxes=35
T 35 l 36
T 36 s RequestTime~requestTime=4 StartTime~startTime=4 EndTime~endTime=4 CurrentSession~currentSession=37
T 37 s StartTime~startTime=4 EndTime~endTime=4 Phases~phases=38
T 38 l 39
T 39 s StartTime~startTime=4 EndTime~endTime=4
T 40 s Fleet~fleet=21
T 41 s Project~project=24
T 42 s ReportGroup~reportGroup=28
T 43 s Webhook~webhook=25
T 44 s CodeCoverages~codeCoverages=45
T 45 l 46
T 46 s Expired~expired=4
T 47 s TestCases~testCases=48
T 48 l 49
T 49 s Expired~expired=4
T 50 s CommandExecutions~commandExecutions=17
T 51 s Build~build=13
T 52 s BuildBatch~buildBatch=3
T 53 s Build~build=13
T 54 s BuildBatch~buildBatch=3
T 55 s CommandExecution~commandExecution=18
T 56 s Sandbox~sandbox=36
T 57 s Build~build=13
T 58 s BuildBatch~buildBatch=3
T 59 s Sandbox~sandbox=36
T 60 s Fleet~fleet=21
T 61 s Project~project=24
T 62 s ReportGroup~reportGroup=28
T 63 s Webhook~webhook=25
S codecommit CodeCommit CODECOMMIT codecommit codecommit json1.1 CodeCommit_20150413 2015-04-13 lower -
E ActorDoesNotExistException ApprovalRuleContentRequiredException ApprovalRuleDoesNotExistException ApprovalRuleNameAlreadyExistsException ApprovalRuleNameRequiredException ApprovalRuleTemplateContentRequiredException ApprovalRuleTemplateDoesNotExistException ApprovalRuleTemplateInUseException ApprovalRuleTemplateNameAlreadyExistsException ApprovalRuleTemplateNameRequiredException ApprovalStateRequiredException AuthorDoesNotExistException BeforeCommitIdAndAfterCommitIdAreSameException BlobIdDoesNotExistException BlobIdRequiredException BranchDoesNotExistException BranchNameExistsException BranchNameIsTagNameException BranchNameRequiredException CannotDeleteApprovalRuleFromTemplateException CannotModifyApprovalRuleFromTemplateException ClientRequestTokenRequiredException CommentContentRequiredException CommentContentSizeLimitExceededException CommentDeletedException CommentDoesNotExistException CommentIdRequiredException CommentNotCreatedByCallerException CommitDoesNotExistException CommitIdDoesNotExistException CommitIdRequiredException CommitIdsLimitExceededException CommitIdsListRequiredException CommitMessageLengthExceededException CommitRequiredException ConcurrentReferenceUpdateException DefaultBranchCannotBeDeletedException DirectoryNameConflictsWithFileNameException EncryptionIntegrityChecksFailedException EncryptionKeyAccessDeniedException EncryptionKeyDisabledException EncryptionKeyInvalidIdException EncryptionKeyInvalidUsageException EncryptionKeyNotFoundException EncryptionKeyRequiredException EncryptionKeyUnavailableException FileContentAndSourceFileSpecifiedException FileContentRequiredException FileContentSizeLimitExceededException FileDoesNotExistException FileEntryRequiredException FileModeRequiredException FileNameConflictsWithDirectoryNameException FilePathConflictsWithSubmodulePathException FileTooLargeException FolderContentSizeLimitExceededException FolderDoesNotExistException IdempotencyParameterMismatchException InvalidActorArnException InvalidApprovalRuleContentException InvalidApprovalRuleNameException InvalidApprovalRuleTemplateContentException InvalidApprovalRuleTemplateDescriptionException InvalidApprovalRuleTemplateNameException InvalidApprovalStateException InvalidAuthorArnException InvalidBlobIdException InvalidBranchNameException InvalidClientRequestTokenException InvalidCommentIdException InvalidCommitException InvalidCommitIdException InvalidConflictDetailLevelException InvalidConflictResolutionException InvalidConflictResolutionStrategyException InvalidContinuationTokenException InvalidDeletionParameterException InvalidDescriptionException InvalidDestinationCommitSpecifierException InvalidEmailException InvalidFileLocationException InvalidFileModeException InvalidFilePositionException InvalidMaxConflictFilesException InvalidMaxMergeHunksException InvalidMaxResultsException InvalidMergeOptionException InvalidOrderException InvalidOverrideStatusException InvalidParentCommitIdException InvalidPathException InvalidPullRequestEventTypeException InvalidPullRequestIdException InvalidPullRequestStatusException InvalidPullRequestStatusUpdateException InvalidReactionUserArnException InvalidReactionValueException InvalidReferenceNameException InvalidRelativeFileVersionEnumException InvalidReplacementContentException InvalidReplacementTypeException InvalidRepositoryDescriptionException InvalidRepositoryNameException InvalidRepositoryTriggerBranchNameException InvalidRepositoryTriggerCustomDataException InvalidRepositoryTriggerDestinationArnException InvalidRepositoryTriggerEventsException InvalidRepositoryTriggerNameException InvalidRepositoryTriggerRegionException InvalidResourceArnException InvalidRevisionIdException InvalidRuleContentSha256Exception InvalidSortByException InvalidSourceCommitSpecifierException InvalidSystemTagUsageException InvalidTagKeysListException InvalidTagsMapException InvalidTargetBranchException InvalidTargetException InvalidTargetsException InvalidTitleException ManualMergeRequiredException MaximumBranchesExceededException MaximumConflictResolutionEntriesExceededException MaximumFileContentToLoadExceededException MaximumFileEntriesExceededException MaximumItemsToCompareExceededException MaximumNumberOfApprovalsExceededException MaximumOpenPullRequestsExceededException MaximumRepositoryNamesExceededException MaximumRepositoryTriggersExceededException MaximumRuleTemplatesAssociatedWithRepositoryException MergeOptionRequiredException MultipleConflictResolutionEntriesException MultipleRepositoriesInPullRequestException NameLengthExceededException NoChangeException NumberOfRuleTemplatesExceededException NumberOfRulesExceededException OperationNotAllowedException OverrideAlreadySetException OverrideStatusRequiredException ParentCommitDoesNotExistException ParentCommitIdOutdatedException ParentCommitIdRequiredException PathDoesNotExistException PathRequiredException PullRequestAlreadyClosedException PullRequestApprovalRulesNotSatisfiedException PullRequestCannotBeApprovedByAuthorException PullRequestDoesNotExistException PullRequestIdRequiredException PullRequestStatusRequiredException PutFileEntryConflictException ReactionLimitExceededException ReactionValueRequiredException ReferenceDoesNotExistException ReferenceNameRequiredException ReferenceTypeNotSupportedException ReplacementContentRequiredException ReplacementTypeRequiredException RepositoryDoesNotExistException RepositoryLimitExceededException RepositoryNameExistsException RepositoryNameRequiredException RepositoryNamesRequiredException RepositoryNotAssociatedWithPullRequestException RepositoryTriggerBranchNameListRequiredException RepositoryTriggerDestinationArnRequiredException RepositoryTriggerEventsListRequiredException RepositoryTriggerNameRequiredException RepositoryTriggersListRequiredException ResourceArnRequiredException RestrictedSourceFileException RevisionIdRequiredException RevisionNotCurrentException SameFileContentException SamePathRequestException SourceAndDestinationAreSameException SourceFileOrContentRequiredException TagKeysListRequiredException TagPolicyException TagsMapRequiredException TargetRequiredException TargetsRequiredException TipOfSourceReferenceIsDifferentException TipsDivergenceExceededException TitleRequiredException TooManyTagsException ValidationException
O AssociateApprovalRuleTemplateWithRepository - -
O BatchAssociateApprovalRuleTemplateWithRepositories - -
O BatchDescribeMergeConflicts - -
O BatchDisassociateApprovalRuleTemplateFromRepositories - -
O BatchGetCommits - -
O BatchGetRepositories - 1
O CreateApprovalRuleTemplate - 6
O CreateBranch - -
O CreateCommit 8 -
O CreatePullRequest 12 13
O CreatePullRequestApprovalRule - 17
O CreateRepository 18 20
O CreateUnreferencedMergeCommit 21 -
O DeleteApprovalRuleTemplate - -
O DeleteBranch - -
O DeleteCommentContent - 25
O DeleteFile - -
O DeletePullRequestApprovalRule - -
O DeleteRepository - -
O DescribeMergeConflicts - -
O DescribePullRequestEvents - 28
O DisassociateApprovalRuleTemplateFromRepository - -
O EvaluatePullRequestApprovalRules - -
O GetApprovalRuleTemplate - 32
O GetBlob - 33
O GetBlobDifferences 35 36
O GetBranch - -
O GetComment - 37
O GetCommentReactions - -
O GetCommentsForComparedCommit - 38
O GetCommentsForPullRequest - 42
O GetCommit - -
O GetDifferences 45 46
O GetFile - 47
O GetFolder - -
O GetMergeCommit - -
O GetMergeConflicts - -
O GetMergeOptions - -
O GetPullRequest - 48
O GetPullRequestApprovalStates - -
O GetPullRequestOverrideState - -
O GetRepository - 49
O GetRepositoryTriggers - -
O ListApprovalRuleTemplates - -
O ListAssociatedApprovalRuleTemplatesForRepository - -
O ListBranches - -
O ListFileCommitHistory - -
O ListPullRequests - -
O ListRepositories - -
O ListRepositoriesForApprovalRuleTemplate - -
O ListTagsForResource - 50
O MergeBranchesByFastForward - -
O MergeBranchesBySquash 51 -
O MergeBranchesByThreeWay 52 -
O MergePullRequestByFastForward - 53
O MergePullRequestBySquash 54 55
O MergePullRequestByThreeWay 56 57
O OverridePullRequestApprovalRules - -
O PostCommentForComparedCommit 58 59
O PostCommentForPullRequest 60 61
O PostCommentReply 62 63
O PutCommentReaction - -
O PutFile 64 -
O PutRepositoryTriggers - -
O TagResource 65 -
O TestRepositoryTriggers - -
O UntagResource - -
O UpdateApprovalRuleTemplateContent - 66
O UpdateApprovalRuleTemplateDescription - 67
O UpdateApprovalRuleTemplateName - 68
O UpdateComment - 69
O UpdateDefaultBranch - -
O UpdatePullRequestApprovalRuleContent - 70
O UpdatePullRequestApprovalState - -
O UpdatePullRequestDescription - 71
O UpdatePullRequestStatus - 72
O UpdatePullRequestTitle - 73
O UpdateRepositoryDescription - -
O UpdateRepositoryEncryptionKey - -
O UpdateRepositoryName - -
T 1 s Repositories~repositories=2
T 2 l 3
T 3 s LastModifiedDate~lastModifiedDate=4 CreationDate~creationDate=5 Arn=-
T 4 t -
T 5 t -
T 6 s ApprovalRuleTemplate~approvalRuleTemplate=7
T 7 s LastModifiedDate~lastModifiedDate=4 CreationDate~creationDate=5
T 8 s PutFiles~putFiles=9
T 9 l 10
T 10 s FileContent~fileContent=11
T 11 b
T 12 s ClientRequestToken~clientRequestToken/i=-
T 13 s PullRequest~pullRequest=14
T 14 s LastActivityDate~lastActivityDate=4 CreationDate~creationDate=5 ApprovalRules~approvalRules=15
T 15 l 16
T 16 s LastModifiedDate~lastModifiedDate=4 CreationDate~creationDate=5
T 17 s ApprovalRule~approvalRule=16
T 18 s Tags~tags=19
T 19 m -
T 20 s RepositoryMetadata~repositoryMetadata=3
T 21 s ConflictResolution~conflictResolution=22
T 22 s ReplaceContents~replaceContents=23
T 23 l 24
T 24 s Content~content=11
T 25 s Comment~comment=26
T 26 s CreationDate~creationDate=5 LastModifiedDate~lastModifiedDate=4 ReactionCounts~reactionCounts=27
T 27 m -
T 28 s PullRequestEvents~pullRequestEvents=29
T 29 l 30
T 30 s EventDate~eventDate=31
T 31 t -
T 32 s ApprovalRuleTemplate~approvalRuleTemplate=7
T 33 s Content~content=34
T 34 b
T 35 s MaxResults=- NextToken=-
T 36 s NextToken=-
T 37 s Comment~comment=26
T 38 s CommentsForComparedCommitData~commentsForComparedCommitData=39
T 39 l 40
T 40 s Comments~comments=41
T 41 l 26
T 42 s CommentsForPullRequestData~commentsForPullRequestData=43
T 43 l 44
T 44 s Comments~comments=41
T 45 s MaxResults=- NextToken=-
T 46 s NextToken=-
T 47 s FileContent~fileContent=11
T 48 s PullRequest~pullRequest=14
T 49 s RepositoryMetadata~repositoryMetadata=3
T 50 s Tags~tags=19
T 51 s ConflictResolution~conflictResolution=22
T 52 s ConflictResolution~conflictResolution=22
T 53 s PullRequest~pullRequest=14
T 54 s ConflictResolution~conflictResolution=22
T 55 s PullRequest~pullRequest=14
T 56 s ConflictResolution~conflictResolution=22
T 57 s PullRequest~pullRequest=14
T 58 s ClientRequestToken~clientRequestToken/i=-
T 59 s Comment~comment=26
T 60 s ClientRequestToken~clientRequestToken/i=-
T 61 s Comment~comment=26
T 62 s ClientRequestToken~clientRequestToken/i=-
T 63 s Comment~comment=26
T 64 s FileContent~fileContent=11
T 65 s Tags~tags=19
T 66 s ApprovalRuleTemplate~approvalRuleTemplate=7
T 67 s ApprovalRuleTemplate~approvalRuleTemplate=7
T 68 s ApprovalRuleTemplate~approvalRuleTemplate=7
T 69 s Comment~comment=26
T 70 s ApprovalRule~approvalRule=16
T 71 s PullRequest~pullRequest=14
T 72 s PullRequest~pullRequest=14
T 73 s PullRequest~pullRequest=14
S codeconnections CodeConnections CODECONNECTIONS codeconnections codeconnections json1.0 com.amazonaws.codeconnections.CodeConnections_20231201 2023-12-01 upper -
E AccessDeniedException ConcurrentModificationException ConditionalCheckFailedException ConflictException InternalServerException InvalidInputException LimitExceededException ResourceAlreadyExistsException ResourceNotFoundException ResourceUnavailableException RetryLatestCommitFailedException SyncBlockerDoesNotExistException SyncConfigurationStillExistsException ThrottlingException UnsupportedOperationException UnsupportedProviderTypeException UpdateOutOfSyncException
O CreateConnection - -
O CreateHost - -
O CreateRepositoryLink - -
O CreateSyncConfiguration - -
O DeleteConnection - -
O DeleteHost - -
O DeleteRepositoryLink - -
O DeleteSyncConfiguration - -
O GetConnection - -
O GetHost - -
O GetRepositoryLink - -
O GetRepositorySyncStatus - 1
O GetResourceSyncStatus - 6
O GetSyncBlockerSummary - 10
O GetSyncConfiguration - -
O ListConnections - -
O ListHosts - -
O ListRepositoryLinks - -
O ListRepositorySyncDefinitions - -
O ListSyncConfigurations - -
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
O UpdateHost - -
O UpdateRepositoryLink - -
O UpdateSyncBlocker - 14
O UpdateSyncConfiguration - -
T 1 s LatestSync=2
T 2 s StartedAt=3 Events=4
T 3 t -
T 4 l 5
T 5 s Time=3
T 6 s LatestSuccessfulSync=7 LatestSync=7
T 7 s Events=8 StartedAt=3
T 8 l 9
T 9 s Time=3
T 10 s SyncBlockerSummary=11
T 11 s LatestBlockers=12
T 12 l 13
T 13 s CreatedAt=3 ResolvedAt=3
T 14 s SyncBlocker=13
S codedeploy CodeDeploy CODEDEPLOY codedeploy codedeploy json1.1 CodeDeploy_20141006 2014-10-06 lower -
E AlarmsLimitExceededException ApplicationAlreadyExistsException ApplicationDoesNotExistException ApplicationLimitExceededException ApplicationNameRequiredException ArnNotSupportedException BatchLimitExceededException BucketNameFilterRequiredException DeploymentAlreadyCompletedException DeploymentAlreadyStartedException DeploymentConfigAlreadyExistsException DeploymentConfigDoesNotExistException DeploymentConfigInUseException DeploymentConfigLimitExceededException DeploymentConfigNameRequiredException DeploymentDoesNotExistException DeploymentGroupAlreadyExistsException DeploymentGroupDoesNotExistException DeploymentGroupLimitExceededException DeploymentGroupNameRequiredException DeploymentIdRequiredException DeploymentIsNotInReadyStateException DeploymentLimitExceededException DeploymentNotStartedException DeploymentTargetDoesNotExistException DeploymentTargetIdRequiredException DeploymentTargetListSizeExceededException DescriptionTooLongException ECSServiceMappingLimitExceededException=EcsServiceMappingLimitExceededException GitHubAccountTokenDoesNotExistException GitHubAccountTokenNameRequiredException IamArnRequiredException IamSessionArnAlreadyRegisteredException IamUserArnAlreadyRegisteredException IamUserArnRequiredException InstanceDoesNotExistException InstanceIdRequiredException InstanceLimitExceededException InstanceNameAlreadyRegisteredException InstanceNameRequiredException InstanceNotRegisteredException InvalidAlarmConfigException InvalidApplicationNameException InvalidArnException InvalidAutoRollbackConfigException InvalidAutoScalingGroupException InvalidAutoScalingGroupProcessToSuspendException InvalidBlueGreenDeploymentConfigurationException InvalidBucketNameFilterException InvalidComputePlatformException InvalidDeployedStateFilterException InvalidDeploymentConfigNameException InvalidDeploymentGroupNameException InvalidDeploymentIdException InvalidDeploymentInstanceTypeException InvalidDeploymentStatusException InvalidDeploymentStyleException InvalidDeploymentTargetIdException InvalidDeploymentWaitTypeException InvalidEC2TagCombinationException=InvalidEc2TagCombinationException InvalidEC2TagException=InvalidEc2TagException InvalidECSServiceException=InvalidEcsServiceException InvalidExternalIdException InvalidFileExistsBehaviorException InvalidGitHubAccountTokenException InvalidGitHubAccountTokenNameException InvalidIamSessionArnException InvalidIamUserArnException InvalidIgnoreApplicationStopFailuresValueException InvalidInputException InvalidInstanceIdException InvalidInstanceNameException InvalidInstanceStatusException InvalidInstanceTypeException InvalidKeyPrefixFilterException InvalidLifecycleEventHookExecutionIdException InvalidLifecycleEventHookExecutionStatusException InvalidLoadBalancerInfoException InvalidMinimumHealthyHostValueException InvalidNextTokenException InvalidOnPremisesTagCombinationException InvalidOperationException InvalidRegistrationStatusException InvalidRevisionException InvalidRoleException InvalidSortByException InvalidSortOrderException InvalidTagException InvalidTagFilterException InvalidTagsToAddException InvalidTargetException InvalidTargetFilterNameException InvalidTargetGroupPairException InvalidTargetInstancesException InvalidTimeRangeException InvalidTrafficRoutingConfigurationException InvalidTriggerConfigException InvalidUpdateOutdatedInstancesOnlyValueException InvalidZonalDeploymentConfigurationException LifecycleEventAlreadyCompletedException LifecycleHookLimitExceededException MultipleIamArnsProvidedException OperationNotSupportedException ResourceArnRequiredException ResourceValidationException RevisionDoesNotExistException RevisionRequiredException RoleRequiredException TagLimitExceededException TagRequiredException TagSetListLimitExceededException ThrottlingException TriggerTargetsLimitExceededException UnsupportedActionForDeploymentTypeException
O AddTagsToOnPremisesInstances 1 -
O BatchGetApplicationRevisions - 4
O BatchGetApplications - 9
O BatchGetDeploymentGroups - 12
O BatchGetDeploymentInstances - 24
O BatchGetDeploymentTargets - 29
O BatchGetDeployments - 37
O BatchGetOnPremisesInstances - 42
O ContinueDeployment - -
O CreateApplication 45 -
O CreateDeployment 46 -
O CreateDeploymentConfig - -
O CreateDeploymentGroup 47 -
O DeleteApplication - -
O DeleteDeploymentConfig - -
O DeleteDeploymentGroup - -
O DeleteGitHubAccountToken - -
O DeleteResourcesByExternalId - -
O DeregisterOnPremisesInstance - -
O GetApplication - 48
O GetApplicationRevision - 49
O GetDeployment - 50
O GetDeploymentConfig - 51
O GetDeploymentGroup - 53
O GetDeploymentInstance - 54
O GetDeploymentTarget - 55
O GetOnPremisesInstance - 56
O ListApplicationRevisions - -
O ListApplications - -
O ListDeploymentConfigs - -
O ListDeploymentGroups - -
O ListDeploymentInstances - -
O ListDeploymentTargets 57 -
O ListDeployments 59 -
O ListGitHubAccountTokenNames - -
O ListOnPremisesInstances 61 -
O ListTagsForResource 62 63
O PutLifecycleEventHookExecutionStatus - -
O RegisterApplicationRevision - -
O RegisterOnPremisesInstance - -
O RemoveTagsFromOnPremisesInstances 64 -
O SkipWaitTimeForInstanceTermination - -
O StopDeployment - -
O TagResource 65 -
O UntagResource 66 -
O UpdateApplication - -
O UpdateDeploymentGroup 67 -
T 1 s Tags~tags=2
T 2 l 3
T 3 s Key=- Value=-
T 4 s Revisions~revisions=5
T 5 l 6
T 6 s GenericRevisionInfo~genericRevisionInfo=7
T 7 s FirstUsedTime~firstUsedTime=8 LastUsedTime~lastUsedTime=8 RegisterTime~registerTime=8
T 8 t -
T 9 s ApplicationsInfo~applicationsInfo=10
T 10 l 11
T 11 s CreateTime~createTime=8
T 12 s DeploymentGroupsInfo~deploymentGroupsInfo=13
T 13 l 14
T 14 s Ec2TagFilters~ec2TagFilters=15 OnPremisesInstanceTagFilters~onPremisesInstanceTagFilters=17 LastSuccessfulDeployment~lastSuccessfulDeployment=19 LastAttemptedDeployment~lastAttemptedDeployment=19 Ec2TagSet~ec2TagSet=20 OnPremisesTagSet~onPremisesTagSet=22
T 15 l 16
T 16 s Key=- Value=- Type=-
T 17 l 18
T 18 s Key=- Value=- Type=-
T 19 s EndTime~endTime=8 CreateTime~createTime=8
T 20 s Ec2TagSetList~ec2TagSetList=21
T 21 l 15
T 22 s OnPremisesTagSetList~onPremisesTagSetList=23
T 23 l 17
T 24 s InstancesSummary~instancesSummary=25
T 25 l 26
T 26 s LastUpdatedAt~lastUpdatedAt=8 LifecycleEvents~lifecycleEvents=27
T 27 l 28
T 28 s StartTime~startTime=8 EndTime~endTime=8
T 29 s DeploymentTargets~deploymentTargets=30
T 30 l 31
T 31 s InstanceTarget~instanceTarget=32 LambdaTarget~lambdaTarget=34 EcsTarget~ecsTarget=35 CloudFormationTarget~cloudFormationTarget=36
T 32 s LastUpdatedAt~lastUpdatedAt=33 LifecycleEvents~lifecycleEvents=27
T 33 t -
T 34 s LastUpdatedAt~lastUpdatedAt=33 LifecycleEvents~lifecycleEvents=27
T 35 s LastUpdatedAt~lastUpdatedAt=33 LifecycleEvents~lifecycleEvents=27
T 36 s LastUpdatedAt~lastUpdatedAt=33 LifecycleEvents~lifecycleEvents=27
T 37 s DeploymentsInfo~deploymentsInfo=38
T 38 l 39
T 39 s CreateTime~createTime=8 StartTime~startTime=8 CompleteTime~completeTime=8 DeploymentOverview~deploymentOverview=40 TargetInstances~targetInstances=41
T 40 s Pending=- InProgress=- Succeeded=- Failed=- Skipped=- Ready=-
T 41 s TagFilters~tagFilters=15 Ec2TagSet~ec2TagSet=20
T 42 s InstanceInfos~instanceInfos=43
T 43 l 44
T 44 s RegisterTime~registerTime=8 DeregisterTime~deregisterTime=8 Tags~tags=2
T 45 s Tags~tags=2
T 46 s TargetInstances~targetInstances=41
T 47 s Ec2TagFilters~ec2TagFilters=15 OnPremisesInstanceTagFilters~onPremisesInstanceTagFilters=17 Ec2TagSet~ec2TagSet=20 OnPremisesTagSet~onPremisesTagSet=22 Tags~tags=2
T 48 s Application~application=11
T 49 s RevisionInfo~revisionInfo=7
T 50 s DeploymentInfo~deploymentInfo=39
T 51 s DeploymentConfigInfo~deploymentConfigInfo=52
T 52 s CreateTime~createTime=8
T 53 s DeploymentGroupInfo~deploymentGroupInfo=14
T 54 s InstanceSummary~instanceSummary=26
T 55 s DeploymentTarget~deploymentTarget=31
T 56 s InstanceInfo~instanceInfo=44
T 57 s TargetFilters~targetFilters=58
T 58 m -
T 59 s CreateTimeRange~createTimeRange=60
T 60 s Start~start=8 End~end=8
T 61 s TagFilters~tagFilters=17
T 62 s ResourceArn=- NextToken=-
T 63 s Tags=2 NextToken=-
T 64 s Tags~tags=2
T 65 s ResourceArn=- Tags=2
T 66 s ResourceArn=- TagKeys=-
T 67 s Ec2TagFilters~ec2TagFilters=15 OnPremisesInstanceTagFilters~onPremisesInstanceTagFilters=17 Ec2TagSet~ec2TagSet=20 OnPremisesTagSet~onPremisesTagSet=22
S codepipeline CodePipeline CODEPIPELINE codepipeline codepipeline json1.1 CodePipeline_20150709 2015-07-09 lower -
E ActionExecutionNotFoundException ActionNotFoundException ActionTypeAlreadyExistsException ActionTypeNotFoundException ApprovalAlreadyCompletedException ConcurrentModificationException ConcurrentPipelineExecutionsLimitExceededException ConditionNotOverridableException ConflictException DuplicatedStopRequestException InvalidActionDeclarationException InvalidApprovalTokenException InvalidArnException InvalidBlockerDeclarationException InvalidClientTokenException InvalidJobException InvalidJobStateException InvalidNextTokenException InvalidNonceException InvalidStageDeclarationException InvalidStructureException InvalidTagsException InvalidWebhookAuthenticationParametersException InvalidWebhookFilterPatternException JobNotFoundException LimitExceededException NotLatestPipelineExecutionException OutputVariablesSizeExceededException PipelineExecutionNotFoundException PipelineExecutionNotStoppableException PipelineExecutionOutdatedException PipelineNameInUseException PipelineNotFoundException PipelineVersionNotFoundException RequestFailedException ResourceNotFoundException StageNotFoundException StageNotRetryableException TooManyTagsException UnableToRollbackStageException ValidationException WebhookNotFoundException
O AcknowledgeJob - -
O AcknowledgeThirdPartyJob - -
O CreateCustomActionType - -
O CreatePipeline 1 17
O DeleteCustomActionType - -
O DeletePipeline - -
O DeleteWebhook - -
O DeregisterWebhookWithThirdParty - -
O DisableStageTransition - -
O EnableStageTransition - -
O GetActionType - -
O GetJobDetails - 18
O GetPipeline - 22
O GetPipelineExecution - 25
O GetPipelineState - 29
O GetThirdPartyJobDetails - 46
O ListActionExecutions - 49
O ListActionTypes - -
O ListDeployActionExecutionTargets - 56
O ListPipelineExecutions - 61
O ListPipelines - 64
O ListRuleExecutions - 67
O ListRuleTypes - -
O ListTagsForResource - -
O ListWebhooks 72 73
O OverrideStageCondition - -
O PollForJobs 79 81
O PollForThirdPartyJobs - -
O PutActionRevision 84 -
O PutApprovalResult - 85
O PutJobFailureResult - -
O PutJobSuccessResult 86 -
O PutThirdPartyJobFailureResult - -
O PutThirdPartyJobSuccessResult 89 -
O PutWebhook 90 91
O RegisterWebhookWithThirdParty - -
O RetryStageExecution - -
O RollbackStage - -
O StartPipelineExecution 92 -
O StopPipelineExecution - -
O TagResource - -
O UntagResource - -
O UpdateActionType - -
O UpdatePipeline 93 94
T 1 s Pipeline~pipeline=2
T 2 s ArtifactStores~artifactStores=3 Stages~stages=4
T 3 m -
T 4 l 5
T 5 s Actions~actions=6 OnFailure~onFailure=9 OnSuccess~onSuccess=15 BeforeEntry~beforeEntry=16
T 6 l 7
T 7 s Configuration~configuration=8
T 8 m -
T 9 s Conditions~conditions=10
T 10 l 11
T 11 s Rules~rules=12
T 12 l 13
T 13 s Configuration~configuration=14
T 14 m -
T 15 s Conditions~conditions=10
T 16 s Conditions~conditions=10
T 17 s Pipeline~pipeline=2
T 18 s JobDetails~jobDetails=19
T 19 s Data~data=20
T 20 s ActionConfiguration~actionConfiguration=21
T 21 s Configuration~configuration=8
T 22 s Pipeline~pipeline=2 Metadata~metadata=23
T 23 s Created~created=24 Updated~updated=24 PollingDisabledAt~pollingDisabledAt=24
T 24 t -
T 25 s PipelineExecution~pipelineExecution=26
T 26 s ArtifactRevisions~artifactRevisions=27
T 27 l 28
T 28 s Created~created=24
T 29 s StageStates~stageStates=30 Created~created=24 Updated~updated=24
T 30 l 31
T 31 s InboundTransitionState~inboundTransitionState=32 ActionStates~actionStates=34 BeforeEntryConditionState~beforeEntryConditionState=38 OnSuccessConditionState~onSuccessConditionState=38 OnFailureConditionState~onFailureConditionState=38
T 32 s LastChangedAt~lastChangedAt=33
T 33 t -
T 34 l 35
T 35 s CurrentRevision~currentRevision=36 LatestExecution~latestExecution=37
T 36 s Created~created=24
T 37 s LastStatusChange~lastStatusChange=24
T 38 s ConditionStates~conditionStates=39
T 39 l 40
T 40 s LatestExecution~latestExecution=41 RuleStates~ruleStates=42
T 41 s LastStatusChange~lastStatusChange=24
T 42 l 43
T 43 s CurrentRevision~currentRevision=44 LatestExecution~latestExecution=45
T 44 s Created~created=24
T 45 s LastStatusChange~lastStatusChange=24
T 46 s JobDetails~jobDetails=47
T 47 s Data~data=48
T 48 s ActionConfiguration~actionConfiguration=21
T 49 s ActionExecutionDetails~actionExecutionDetails=50
T 50 l 51
T 51 s StartTime~startTime=24 LastUpdateTime~lastUpdateTime=24 Input~input=52 Output~output=54
T 52 s Configuration~configuration=8 ResolvedConfiguration~resolvedConfiguration=53
T 53 m -
T 54 s OutputVariables~outputVariables=55
T 55 m -
T 56 s Targets~targets=57
T 57 l 58
T 58 s StartTime~startTime=24 EndTime~endTime=24 Events~events=59
T 59 l 60
T 60 s StartTime~startTime=24 EndTime~endTime=24
T 61 s PipelineExecutionSummaries~pipelineExecutionSummaries=62
T 62 l 63
T 63 s StartTime~startTime=24 LastUpdateTime~lastUpdateTime=24
T 64 s Pipelines~pipelines=65
T 65 l 66
T 66 s Created~created=24 Updated~updated=24
T 67 s RuleExecutionDetails~ruleExecutionDetails=68
T 68 l 69
T 69 s StartTime~startTime=24 LastUpdateTime~lastUpdateTime=24 Input~input=70
T 70 s Configuration~configuration=14 ResolvedConfiguration~resolvedConfiguration=71
T 71 m -
T 72 s NextToken=- MaxResults=-
T 73 s Webhooks~webhooks=74 NextToken=-
T 74 l 75
T 75 s Definition~definition=76 LastTriggered~lastTriggered=78
T 76 s AuthenticationConfiguration~authenticationConfiguration=77
T 77 s AllowedIPRange=- SecretToken=-
T 78 t -
T 79 s QueryParam~queryParam=80
T 80 m -
T 81 s Jobs~jobs=82
T 82 l 83
T 83 s Data~data=20
T 84 s ActionRevision~actionRevision=36
T 85 s ApprovedAt~approvedAt=24
T 86 s CurrentRevision~currentRevision=87 OutputVariables~outputVariables=55
T 87 s Created~created=88
T 88 t -
T 89 s CurrentRevision~currentRevision=87
T 90 s Webhook~webhook=76
T 91 s Webhook~webhook=75
T 92 s ClientRequestToken~clientRequestToken/i=-
T 93 s Pipeline~pipeline=2
T 94 s Pipeline~pipeline=2
S codestarconnections CodeStarConnections CODESTAR_CONNECTIONS codestar-connections codestar-connections json1.0 com.amazonaws.codestar.connections.CodeStar_connections_20191201 2019-12-01 upper -
E AccessDeniedException ConcurrentModificationException ConditionalCheckFailedException ConflictException InternalServerException InvalidInputException LimitExceededException ResourceAlreadyExistsException ResourceNotFoundException ResourceUnavailableException RetryLatestCommitFailedException SyncBlockerDoesNotExistException SyncConfigurationStillExistsException ThrottlingException UnsupportedOperationException UnsupportedProviderTypeException UpdateOutOfSyncException
O CreateConnection - -
O CreateHost - -
O CreateRepositoryLink - -
O CreateSyncConfiguration - -
O DeleteConnection - -
O DeleteHost - -
O DeleteRepositoryLink - -
O DeleteSyncConfiguration - -
O GetConnection - -
O GetHost - -
O GetRepositoryLink - -
O GetRepositorySyncStatus - 1
O GetResourceSyncStatus - 6
O GetSyncBlockerSummary - 10
O GetSyncConfiguration - -
O ListConnections - -
O ListHosts - -
O ListRepositoryLinks - -
O ListRepositorySyncDefinitions - -
O ListSyncConfigurations - -
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
O UpdateHost - -
O UpdateRepositoryLink - -
O UpdateSyncBlocker - 14
O UpdateSyncConfiguration - -
T 1 s LatestSync=2
T 2 s StartedAt=3 Events=4
T 3 t -
T 4 l 5
T 5 s Time=3
T 6 s LatestSuccessfulSync=7 LatestSync=7
T 7 s Events=8 StartedAt=3
T 8 l 9
T 9 s Time=3
T 10 s SyncBlockerSummary=11
T 11 s LatestBlockers=12
T 12 l 13
T 13 s CreatedAt=3 ResolvedAt=3
T 14 s SyncBlocker=13
S cognitoidentity CognitoIdentity COGNITO_IDENTITY cognito-identity cognito-identity json1.1 AWSCognitoIdentityService 2014-06-30 upper -
E ConcurrentModificationException DeveloperUserAlreadyRegisteredException ExternalServiceException InternalErrorException InvalidIdentityPoolConfigurationException InvalidParameterException LimitExceededException NotAuthorizedException ResourceConflictException ResourceNotFoundException TooManyRequestsException
O CreateIdentityPool - -
O DeleteIdentities - -
O DeleteIdentityPool - -
O DescribeIdentity - 1
O DescribeIdentityPool - -
O GetIdentityPoolRoles - -
O GetOpenIdTokenForDeveloperIdentity - -
O GetPrincipalTagAttributeMap - -
O ListIdentities - 3
O ListIdentityPools - -
O ListTagsForResource - -
O LookupDeveloperIdentity - -
O MergeDeveloperIdentities - -
O SetIdentityPoolRoles - -
O SetPrincipalTagAttributeMap - -
O TagResource - -
O UnlinkDeveloperIdentity - -
O UntagResource - -
O UpdateIdentityPool - -
T 1 s CreationDate=2 LastModifiedDate=2
T 2 t -
T 3 s Identities=4
T 4 l 1
S cognitoidentityprovider CognitoIdentityProvider COGNITO_IDENTITY_PROVIDER cognito-idp cognito-idp json1.1 AWSCognitoIdentityProviderService 2016-04-18 upper -
E AccessDeniedException AliasExistsException CachedCIMDURLDoesNotExistException=CachedCimdurlDoesNotExistException CodeDeliveryFailureException CodeMismatchException ConcurrentModificationException DeviceKeyExistsException DuplicateProviderException EnableSoftwareTokenMFAException=EnableSoftwareTokenMfaException ExpiredCodeException FeatureUnavailableInTierException ForbiddenException GroupExistsException InternalErrorException InternalServerException InvalidEmailRoleAccessPolicyException InvalidLambdaResponseException InvalidOAuthFlowException InvalidParameterException InvalidPasswordException InvalidSmsRoleAccessPolicyException InvalidSmsRoleTrustRelationshipException InvalidUserPoolConfigurationException LimitExceededException MFAMethodNotFoundException=MfaMethodNotFoundException ManagedLoginBrandingExistsException NotAuthorizedException OperationNotEnabledException PasswordHistoryPolicyViolationException PasswordResetRequiredException PreconditionNotMetException RefreshTokenReuseException ResourceNotFoundException ScopeDoesNotExistException ServiceQuotaExceededException SoftwareTokenMFANotFoundException=SoftwareTokenMfaNotFoundException TermsExistsException TierChangeNotAllowedException TooManyFailedAttemptsException TooManyRequestsException UnauthorizedException UnexpectedLambdaException UnsupportedIdentityProviderException UnsupportedOperationException UnsupportedTokenTypeException UnsupportedUserStateException UserImportInProgressException UserLambdaValidationException UserNotConfirmedException UserNotFoundException UserPoolAddOnNotEnabledException UserPoolTaggingException UsernameExistsException WebAuthnChallengeNotFoundException WebAuthnClientMismatchException WebAuthnConfigurationMissingException WebAuthnCredentialNotSupportedException WebAuthnNotEnabledException WebAuthnOriginNotAllowedException WebAuthnRelyingPartyMismatchException
O AddCustomAttributes - -
O AddUserPoolClientSecret - 1
O AdminAddUserToGroup - -
O AdminConfirmSignUp - -
O AdminCreateUser - 4
O AdminDeleteSoftwareToken - -
O AdminDeleteUser - -
O AdminDeleteUserAttributes - -
O AdminDisableProviderForUser - -
O AdminDisableUser - -
O AdminEnableUser - -
O AdminForgetDevice - -
O AdminGetDevice - 6
O AdminGetUser - 8
O AdminGetUserAuthFactors - -
O AdminInitiateAuth 9 -
O AdminLinkProviderForUser - -
O AdminListDevices - 13
O AdminListGroupsForUser - 15
O AdminListUserAuthEvents - 18
O AdminListUserSessions - 22
O AdminRemoveUserFromGroup - -
O AdminResetUserPassword - -
O AdminRespondToAuthChallenge 25 -
O AdminRevokeUserSession - -
O AdminSetUserMFAPreference - -
O AdminSetUserPassword - -
O AdminSetUserSettings - -
O AdminUpdateAuthEventFeedback - -
O AdminUpdateDeviceStatus - -
O AdminUpdateUserAttributes - -
O AdminUserGlobalSignOut - -
O CancelPointInTimeRecovery - 26
O CreateCIMDPolicy - 28
O CreateGroup - 30
O CreateIdentityProvider - 31
O CreateManagedLoginBranding 33 38
O CreateResourceServer - -
O CreateTerms - 40
O CreateUserImportJob - 42
O CreateUserPool - 44
O CreateUserPoolClient - 46
O CreateUserPoolDomain - -
O CreateUserPoolReplica - -
O DeleteCIMDPolicy - -
O DeleteGroup - -
O DeleteIdentityProvider - -
O DeleteManagedLoginBranding - -
O DeleteResourceServer - -
O DeleteTerms - -
O DeleteUserPool - -
O DeleteUserPoolClient - -
O DeleteUserPoolClientSecret - -
O DeleteUserPoolDomain - -
O DeleteUserPoolReplica - -
O DescribeCIMDPolicy - 48
O DescribeIdentityProvider - 49
O DescribeManagedLoginBranding - 50
O DescribeManagedLoginBrandingByClient - 51
O DescribePointInTimeRecovery - 52
O DescribeResourceServer - -
O DescribeRiskConfiguration - 53
O DescribeTerms - 55
O DescribeTermsByClient - 56
O DescribeUserImportJob - 57
O DescribeUserPool - 58
O DescribeUserPoolClient - 59
O DescribeUserPoolDomain - -
O GetCSVHeader - -
O GetClientToken - -
O GetDerivedToken - -
O GetGroup - 60
O GetIdentityProviderByIdentifier - 61
O GetLogDeliveryConfiguration - -
O GetProvisionedLimit - -
O GetSigningCertificate - -
O GetUICustomization - 62
O GetUserPoolClientSessionConfiguration - -
O GetUserPoolMfaConfig - -
O GetUserPoolSessionConfiguration - -
O InitiatePointInTimeRecovery 64 65
O ListCIMDPolicies - 66
O ListClientMetadataURLs - 69
O ListGroups - 72
O ListIdentityProviders - 73
O ListPointInTimeRecoveries - 76
O ListResourceServers - -
O ListTagsForResource - -
O ListTerms - 79
O ListUserImportJobs - 82
O ListUserPoolClientSecrets - 84
O ListUserPoolClients - -
O ListUserPoolReplicas - -
O ListUserPools - 86
O ListUsers - 89
O ListUsersInGroup - 91
O SetLogDeliveryConfiguration - -
O SetRiskConfiguration - 92
O SetUICustomization 93 95
O SetUserPoolClientSessionConfiguration - -
O SetUserPoolMfaConfig - -
O SetUserPoolSessionConfiguration - -
O StartPointInTimeRecovery - 96
O StartUserImportJob - 97
O StopUserImportJob - 98
O TagResource - -
O UntagResource - -
O UpdateCIMDPolicy - 99
O UpdateClientMetadataURLState - -
O UpdateGroup - 100
O UpdateIdentityProvider - 101
O UpdateManagedLoginBranding 102 103
O UpdateProvisionedLimit - -
O UpdateResourceServer - -
O UpdateTerms - 104
O UpdateUserPool - -
O UpdateUserPoolClient - 105
O UpdateUserPoolDomain - -
O UpdateUserPoolReplica - -
T 1 s ClientSecretDescriptor=2
T 2 s ClientSecretCreateDate=3
T 3 t -
T 4 s User=5
T 5 s UserCreateDate=3 UserLastModifiedDate=3
T 6 s Device=7
T 7 s DeviceCreateDate=3 DeviceLastModifiedDate=3 DeviceLastAuthenticatedDate=3
T 8 s UserCreateDate=3 UserLastModifiedDate=3
T 9 s ContextData=10
T 10 s HttpHeaders=11
T 11 l 12
T 12 s HeaderName~headerName=- HeaderValue~headerValue=-
T 13 s Devices=14
T 14 l 7
T 15 s Groups=16
T 16 l 17
T 17 s LastModifiedDate=3 CreationDate=3
T 18 s AuthEvents=19
T 19 l 20
T 20 s CreationDate=3 EventFeedback=21
T 21 s FeedbackDate=3
T 22 s Sessions=23
T 23 l 24
T 24 s CreateDate=3 LastActiveDate=3
T 25 s ContextData=10
T 26 s Restoration=27
T 27 s RestoreTimestamp=3 TriggerTimestamp=3
T 28 s CIMDPolicy=29
T 29 s CreationDate=3 LastModifiedDate=3
T 30 s Group=17
T 31 s IdentityProvider=32
T 32 s LastModifiedDate=3 CreationDate=3
T 33 s Settings=34 Assets=35
T 34 d
T 35 l 36
T 36 s Bytes=37
T 37 b
T 38 s ManagedLoginBranding=39
T 39 s Settings=34 Assets=35 CreationDate=3 LastModifiedDate=3
T 40 s Terms=41
T 41 s CreationDate=3 LastModifiedDate=3
T 42 s UserImportJob=43
T 43 s CreationDate=3 StartDate=3 CompletionDate=3
T 44 s UserPool=45
T 45 s LastModifiedDate=3 CreationDate=3
T 46 s UserPoolClient=47
T 47 s LastModifiedDate=3 CreationDate=3
T 48 s CIMDPolicy=29
T 49 s IdentityProvider=32
T 50 s ManagedLoginBranding=39
T 51 s ManagedLoginBranding=39
T 52 s Restoration=27
T 53 s RiskConfiguration=54
T 54 s LastModifiedDate=3
T 55 s Terms=41
T 56 s Terms=41
T 57 s UserImportJob=43
T 58 s UserPool=45
T 59 s UserPoolClient=47
T 60 s Group=17
T 61 s IdentityProvider=32
T 62 s UICustomization=63
T 63 s LastModifiedDate=3 CreationDate=3
T 64 s RestoreTimestamp=3
T 65 s Restoration=27
T 66 s CIMDPolicies=67
T 67 l 68
T 68 s CreationDate=3 LastModifiedDate=3
T 69 s ClientMetadataURLs=70
T 70 l 71
T 71 s CachedDate=3 ExpirationDate=3
T 72 s Groups=16
T 73 s Providers=74
T 74 l 75
T 75 s LastModifiedDate=3 CreationDate=3
T 76 s Restorations=77
T 77 l 78
T 78 s RestoreTimestamp=3
T 79 s Terms=80
T 80 l 81
T 81 s CreationDate=3 LastModifiedDate=3
T 82 s UserImportJobs=83
T 83 l 43
T 84 s ClientSecrets=85
T 85 l 2
T 86 s UserPools=87
T 87 l 88
T 88 s LastModifiedDate=3 CreationDate=3
T 89 s Users=90
T 90 l 5
T 91 s Users=90
T 92 s RiskConfiguration=54
T 93 s ImageFile=94
T 94 b
T 95 s UICustomization=63
T 96 s Restoration=27
T 97 s UserImportJob=43
T 98 s UserImportJob=43
T 99 s CIMDPolicy=29
T 100 s Group=17
T 101 s IdentityProvider=32
T 102 s Settings=34 Assets=35
T 103 s ManagedLoginBranding=39
T 104 s Terms=41
T 105 s UserPoolClient=47
S comprehend Comprehend COMPREHEND comprehend comprehend json1.1 Comprehend_20171127 2017-11-27 upper -
E BatchSizeLimitExceededException ConcurrentModificationException InternalServerException InvalidFilterException InvalidRequestException JobNotFoundException KmsKeyValidationException ResourceInUseException ResourceLimitExceededException ResourceNotFoundException ResourceUnavailableException TextSizeLimitExceededException TooManyRequestsException TooManyTagKeysException TooManyTagsException UnsupportedLanguageException
O BatchDetectDominantLanguage - -
O BatchDetectEntities - -
O BatchDetectKeyPhrases - -
O BatchDetectSentiment - -
O BatchDetectSyntax - -
O BatchDetectTargetedSentiment - -
O ClassifyDocument 1 -
O ContainsPiiEntities - -
O CreateDataset 3 -
O CreateDocumentClassifier 4 -
O CreateEndpoint 5 -
O CreateEntityRecognizer 6 -
O CreateFlywheel 7 -
O DeleteDocumentClassifier - -
O DeleteEndpoint - -
O DeleteEntityRecognizer - -
O DeleteFlywheel - -
O DeleteResourcePolicy - -
O DescribeDataset - 8
O DescribeDocumentClassificationJob - 11
O DescribeDocumentClassifier - 13
O DescribeDominantLanguageDetectionJob - 15
O DescribeEndpoint - 17
O DescribeEntitiesDetectionJob - 19
O DescribeEntityRecognizer - 21
O DescribeEventsDetectionJob - 23
O DescribeFlywheel - 25
O DescribeFlywheelIteration - 27
O DescribeKeyPhrasesDetectionJob - 29
O DescribePiiEntitiesDetectionJob - 31
O DescribeResourcePolicy - 33
O DescribeSentimentDetectionJob - 34
O DescribeTargetedSentimentDetectionJob - 36
O DescribeTopicsDetectionJob - 38
O DetectDominantLanguage - -
O DetectEntities 40 -
O DetectKeyPhrases - -
O DetectPiiEntities - -
O DetectSentiment - -
O DetectSyntax - -
O DetectTargetedSentiment - -
O DetectToxicContent - -
O ImportModel - -
O ListDatasets 41 43
O ListDocumentClassificationJobs 45 47
O ListDocumentClassifierSummaries - 49
O ListDocumentClassifiers 52 54
O ListDominantLanguageDetectionJobs 56 58
O ListEndpoints 60 62
O ListEntitiesDetectionJobs 64 66
O ListEntityRecognizerSummaries - 68
O ListEntityRecognizers 71 73
O ListEventsDetectionJobs 75 77
O ListFlywheelIterationHistory 79 81
O ListFlywheels 83 85
O ListKeyPhrasesDetectionJobs 88 90
O ListPiiEntitiesDetectionJobs 92 94
O ListSentimentDetectionJobs 96 98
O ListTagsForResource - -
O ListTargetedSentimentDetectionJobs 100 102
O ListTopicsDetectionJobs 104 106
O PutResourcePolicy - -
O StartDocumentClassificationJob 108 -
O StartDominantLanguageDetectionJob 109 -
O StartEntitiesDetectionJob 110 -
O StartEventsDetectionJob 111 -
O StartFlywheelIteration - -
O StartKeyPhrasesDetectionJob 112 -
O StartPiiEntitiesDetectionJob 113 -
O StartSentimentDetectionJob 114 -
O StartTargetedSentimentDetectionJob 115 -
O StartTopicsDetectionJob 116 -
O StopDominantLanguageDetectionJob - -
O StopEntitiesDetectionJob - -
O StopEventsDetectionJob - -
O StopKeyPhrasesDetectionJob - -
O StopPiiEntitiesDetectionJob - -
O StopSentimentDetectionJob - -
O StopTargetedSentimentDetectionJob - -
O StopTrainingDocumentClassifier - -
O StopTrainingEntityRecognizer - -
O TagResource - -
O UntagResource - -
O UpdateEndpoint - -
O UpdateFlywheel - 117
T 1 s Bytes=2
T 2 b
T 3 s ClientRequestToken/i=-
T 4 s ClientRequestToken/i=-
T 5 s ClientRequestToken/i=-
T 6 s ClientRequestToken/i=-
T 7 s ClientRequestToken/i=-
T 8 s DatasetProperties=9
T 9 s CreationTime=10 EndTime=10
T 10 t -
T 11 s DocumentClassificationJobProperties=12
T 12 s SubmitTime=10 EndTime=10
T 13 s DocumentClassifierProperties=14
T 14 s SubmitTime=10 EndTime=10 TrainingStartTime=10 TrainingEndTime=10
T 15 s DominantLanguageDetectionJobProperties=16
T 16 s SubmitTime=10 EndTime=10
T 17 s EndpointProperties=18
T 18 s CreationTime=10 LastModifiedTime=10
T 19 s EntitiesDetectionJobProperties=20
T 20 s SubmitTime=10 EndTime=10
T 21 s EntityRecognizerProperties=22
T 22 s SubmitTime=10 EndTime=10 TrainingStartTime=10 TrainingEndTime=10
T 23 s EventsDetectionJobProperties=24
T 24 s SubmitTime=10 EndTime=10
T 25 s FlywheelProperties=26
T 26 s CreationTime=10 LastModifiedTime=10
T 27 s FlywheelIterationProperties=28
T 28 s CreationTime=10 EndTime=10
T 29 s KeyPhrasesDetectionJobProperties=30
T 30 s SubmitTime=10 EndTime=10
T 31 s PiiEntitiesDetectionJobProperties=32
T 32 s SubmitTime=10 EndTime=10
T 33 s CreationTime=10 LastModifiedTime=10
T 34 s SentimentDetectionJobProperties=35
T 35 s SubmitTime=10 EndTime=10
T 36 s TargetedSentimentDetectionJobProperties=37
T 37 s SubmitTime=10 EndTime=10
T 38 s TopicsDetectionJobProperties=39
T 39 s SubmitTime=10 EndTime=10
T 40 s Bytes=2
T 41 s Filter=42
T 42 s CreationTimeAfter=10 CreationTimeBefore=10
T 43 s DatasetPropertiesList=44
T 44 l 9
T 45 s Filter=46
T 46 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 47 s DocumentClassificationJobPropertiesList=48
T 48 l 12
T 49 s DocumentClassifierSummariesList=50
T 50 l 51
T 51 s LatestVersionCreatedAt=10
T 52 s Filter=53
T 53 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 54 s DocumentClassifierPropertiesList=55
T 55 l 14
T 56 s Filter=57
T 57 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 58 s DominantLanguageDetectionJobPropertiesList=59
T 59 l 16
T 60 s Filter=61
T 61 s CreationTimeBefore=10 CreationTimeAfter=10
T 62 s EndpointPropertiesList=63
T 63 l 18
T 64 s Filter=65
T 65 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 66 s EntitiesDetectionJobPropertiesList=67
T 67 l 20
T 68 s EntityRecognizerSummariesList=69
T 69 l 70
T 70 s LatestVersionCreatedAt=10
T 71 s Filter=72
T 72 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 73 s EntityRecognizerPropertiesList=74
T 74 l 22
T 75 s Filter=76
T 76 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 77 s EventsDetectionJobPropertiesList=78
T 78 l 24
T 79 s Filter=80
T 80 s CreationTimeAfter=10 CreationTimeBefore=10
T 81 s FlywheelIterationPropertiesList=82
T 82 l 28
T 83 s Filter=84
T 84 s CreationTimeAfter=10 CreationTimeBefore=10
T 85 s FlywheelSummaryList=86
T 86 l 87
T 87 s CreationTime=10 LastModifiedTime=10
T 88 s Filter=89
T 89 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 90 s KeyPhrasesDetectionJobPropertiesList=91
T 91 l 30
T 92 s Filter=93
T 93 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 94 s PiiEntitiesDetectionJobPropertiesList=95
T 95 l 32
T 96 s Filter=97
T 97 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 98 s SentimentDetectionJobPropertiesList=99
T 99 l 35
T 100 s Filter=101
T 101 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 102 s TargetedSentimentDetectionJobPropertiesList=103
T 103 l 37
T 104 s Filter=105
T 105 s SubmitTimeBefore=10 SubmitTimeAfter=10
T 106 s TopicsDetectionJobPropertiesList=107
T 107 l 39
T 108 s ClientRequestToken/i=-
T 109 s ClientRequestToken/i=-
T 110 s ClientRequestToken/i=-
T 111 s ClientRequestToken/i=-
T 112 s ClientRequestToken/i=-
T 113 s ClientRequestToken/i=-
T 114 s ClientRequestToken/i=-
T 115 s ClientRequestToken/i=-
T 116 s ClientRequestToken/i=-
T 117 s FlywheelProperties=26
S comprehendmedical ComprehendMedical COMPREHENDMEDICAL comprehendmedical comprehendmedical json1.1 ComprehendMedical_20181030 2018-10-30 upper -
E InternalServerException InvalidEncodingException InvalidRequestException ResourceNotFoundException ServiceUnavailableException TextSizeLimitExceededException TooManyRequestsException ValidationException
O DescribeEntitiesDetectionV2Job - 1
O DescribeICD10CMInferenceJob - 4
O DescribePHIDetectionJob - 5
O DescribeRxNormInferenceJob - 6
O DescribeSNOMEDCTInferenceJob - 7
O DetectEntities - -
O DetectEntitiesV2 - -
O DetectPHI - -
O InferICD10CM - -
O InferRxNorm - -
O InferSNOMEDCT - -
O ListEntitiesDetectionV2Jobs 8 10
O ListICD10CMInferenceJobs 12 13
O ListPHIDetectionJobs 14 15
O ListRxNormInferenceJobs 16 17
O ListSNOMEDCTInferenceJobs 18 19
O StartEntitiesDetectionV2Job 20 -
O StartICD10CMInferenceJob 21 -
O StartPHIDetectionJob 22 -
O StartRxNormInferenceJob 23 -
O StartSNOMEDCTInferenceJob 24 -
O StopEntitiesDetectionV2Job - -
O StopICD10CMInferenceJob - -
O StopPHIDetectionJob - -
O StopRxNormInferenceJob - -
O StopSNOMEDCTInferenceJob - -
T 1 s ComprehendMedicalAsyncJobProperties=2
T 2 s SubmitTime=3 EndTime=3 ExpirationTime=3
T 3 t -
T 4 s ComprehendMedicalAsyncJobProperties=2
T 5 s ComprehendMedicalAsyncJobProperties=2
T 6 s ComprehendMedicalAsyncJobProperties=2
T 7 s ComprehendMedicalAsyncJobProperties=2
T 8 s Filter=9
T 9 s SubmitTimeBefore=3 SubmitTimeAfter=3
T 10 s ComprehendMedicalAsyncJobPropertiesList=11
T 11 l 2
T 12 s Filter=9
T 13 s ComprehendMedicalAsyncJobPropertiesList=11
T 14 s Filter=9
T 15 s ComprehendMedicalAsyncJobPropertiesList=11
T 16 s Filter=9
T 17 s ComprehendMedicalAsyncJobPropertiesList=11
T 18 s Filter=9
T 19 s ComprehendMedicalAsyncJobPropertiesList=11
T 20 s ClientRequestToken/i=-
T 21 s ClientRequestToken/i=-
T 22 s ClientRequestToken/i=-
T 23 s ClientRequestToken/i=-
T 24 s ClientRequestToken/i=-
S computeoptimizer ComputeOptimizer COMPUTE_OPTIMIZER compute-optimizer compute-optimizer json1.0 ComputeOptimizerService 2019-11-01 lower -
E AccessDeniedException InternalServerException InvalidParameterValueException LimitExceededException MissingAuthenticationToken=MissingAuthenticationTokenException OptInRequiredException ResourceNotFoundException ServiceUnavailableException ThrottlingException
O DeleteRecommendationPreferences - -
O DescribeRecommendationExportJobs - 1
O ExportAutoScalingGroupRecommendations - -
O ExportEBSVolumeRecommendations - -
O ExportEC2InstanceRecommendations - -
O ExportECSServiceRecommendations - -
O ExportIdleRecommendations - -
O ExportLambdaFunctionRecommendations - -
O ExportLicenseRecommendations - -
O ExportRDSDatabaseRecommendations - -
O GetAutoScalingGroupRecommendations - 6
O GetEBSVolumeRecommendations - 10
O GetEC2InstanceRecommendations - 13
O GetEC2RecommendationProjectedMetrics 16 18
O GetECSServiceRecommendationProjectedMetrics 24 25
O GetECSServiceRecommendations - 30
O GetEffectiveRecommendationPreferences - -
O GetEnrollmentStatus - 33
O GetEnrollmentStatusesForOrganization - 34
O GetIdleRecommendations - 37
O GetLambdaFunctionRecommendations - 40
O GetLicenseRecommendations - 43
O GetRDSDatabaseRecommendationProjectedMetrics 46 47
O GetRDSDatabaseRecommendations - 52
O GetRecommendationPreferences - -
O GetRecommendationSummaries - -
O PutRecommendationPreferences - -
O UpdateEnrollmentStatus - -
T 1 s RecommendationExportJobs~recommendationExportJobs=2
T 2 l 3
T 3 s CreationTimestamp~creationTimestamp=4 LastUpdatedTimestamp~lastUpdatedTimestamp=5
T 4 t -
T 5 t -
T 6 s AutoScalingGroupRecommendations~autoScalingGroupRecommendations=7
T 7 l 8
T 8 s LastRefreshTimestamp~lastRefreshTimestamp=9
T 9 t -
T 10 s VolumeRecommendations~volumeRecommendations=11
T 11 l 12
T 12 s LastRefreshTimestamp~lastRefreshTimestamp=9
T 13 s InstanceRecommendations~instanceRecommendations=14
T 14 l 15
T 15 s LastRefreshTimestamp~lastRefreshTimestamp=9
T 16 s StartTime~startTime=17 EndTime~endTime=17
T 17 t -
T 18 s RecommendedOptionProjectedMetrics~recommendedOptionProjectedMetrics=19
T 19 l 20
T 20 s ProjectedMetrics~projectedMetrics=21
T 21 l 22
T 22 s Timestamps~timestamps=23
T 23 l 17
T 24 s StartTime~startTime=17 EndTime~endTime=17
T 25 s RecommendedOptionProjectedMetrics~recommendedOptionProjectedMetrics=26
T 26 l 27
T 27 s ProjectedMetrics~projectedMetrics=28
T 28 l 29
T 29 s Timestamps~timestamps=23
T 30 s EcsServiceRecommendations~ecsServiceRecommendations=31
T 31 l 32
T 32 s LastRefreshTimestamp~lastRefreshTimestamp=9
T 33 s LastUpdatedTimestamp~lastUpdatedTimestamp=5
T 34 s AccountEnrollmentStatuses~accountEnrollmentStatuses=35
T 35 l 36
T 36 s LastUpdatedTimestamp~lastUpdatedTimestamp=5
T 37 s IdleRecommendations~idleRecommendations=38
T 38 l 39
T 39 s LastRefreshTimestamp~lastRefreshTimestamp=9
T 40 s LambdaFunctionRecommendations~lambdaFunctionRecommendations=41
T 41 l 42
T 42 s LastRefreshTimestamp~lastRefreshTimestamp=9
T 43 s LicenseRecommendations~licenseRecommendations=44
T 44 l 45
T 45 s LastRefreshTimestamp~lastRefreshTimestamp=9
T 46 s StartTime~startTime=17 EndTime~endTime=17
T 47 s RecommendedOptionProjectedMetrics~recommendedOptionProjectedMetrics=48
T 48 l 49
T 49 s ProjectedMetrics~projectedMetrics=50
T 50 l 51
T 51 s Timestamps~timestamps=23
T 52 s RdsDBRecommendations~rdsDBRecommendations=53
T 53 l 54
T 54 s LastRefreshTimestamp~lastRefreshTimestamp=9
S computeoptimizerautomation ComputeOptimizerAutomation COMPUTE_OPTIMIZER_AUTOMATION aco-automation aco-automation json1.0 ComputeOptimizerAutomationService 2025-09-22 lower -
E AccessDeniedException ConflictException ForbiddenException IdempotencyTokenInUseException IdempotentParameterMismatchException InternalServerException InvalidParameterValueException NotManagementAccountException OptInRequiredException ResourceNotFoundException ServiceQuotaExceededException ServiceUnavailableException ThrottlingException
O AssociateAccounts 1 -
O CreateAutomationRule 2 3
O DeleteAutomationRule 5 -
O DeleteOrganizationEnrollmentConfiguration 6 -
O DisassociateAccounts 7 -
O GetAutomationEvent - 8
O GetAutomationRule - 9
O GetEnrollmentConfiguration - 10
O ListAccounts - 11
O ListAutomationEventSteps - 14
O ListAutomationEventSummaries - 17
O ListAutomationEvents 21 22
O ListAutomationRulePreview - -
O ListAutomationRulePreviewSummaries - -
O ListAutomationRules - 25
O ListOrganizationEnrollmentConfigurations - -
O ListOrganizationalUnits - -
O ListRecommendedActionSummaries - -
O ListRecommendedActions - -
O ListTagsForResource - -
O PutOrganizationEnrollmentConfiguration 28 -
O RollbackAutomationEvent 29 -
O StartAutomationEvent 30 -
O TagResource 31 -
O UntagResource 32 -
O UpdateAutomationRule 33 34
O UpdateEnrollmentConfiguration 35 36
T 1 s ClientToken~clientToken/i=-
T 2 s ClientToken~clientToken/i=-
T 3 s CreatedTimestamp~createdTimestamp=4
T 4 t -
T 5 s ClientToken~clientToken/i=-
T 6 s ClientToken~clientToken/i=-
T 7 s ClientToken~clientToken/i=-
T 8 s CreatedTimestamp~createdTimestamp=4 CompletedTimestamp~completedTimestamp=4
T 9 s CreatedTimestamp~createdTimestamp=4 LastUpdatedTimestamp~lastUpdatedTimestamp=4
T 10 s LastUpdatedTimestamp~lastUpdatedTimestamp=4
T 11 s Accounts~accounts=12
T 12 l 13
T 13 s LastUpdatedTimestamp~lastUpdatedTimestamp=4
T 14 s AutomationEventSteps~automationEventSteps=15
T 15 l 16
T 16 s StartTimestamp~startTimestamp=4 CompletedTimestamp~completedTimestamp=4
T 17 s AutomationEventSummaries~automationEventSummaries=18
T 18 l 19
T 19 s TimePeriod~timePeriod=20
T 20 s StartTimeInclusive~startTimeInclusive=4 EndTimeExclusive~endTimeExclusive=4
T 21 s StartTimeInclusive~startTimeInclusive=4 EndTimeExclusive~endTimeExclusive=4
T 22 s AutomationEvents~automationEvents=23
T 23 l 24
T 24 s CreatedTimestamp~createdTimestamp=4 CompletedTimestamp~completedTimestamp=4
T 25 s AutomationRules~automationRules=26
T 26 l 27
T 27 s CreatedTimestamp~createdTimestamp=4 LastUpdatedTimestamp~lastUpdatedTimestamp=4
T 28 s ClientToken~clientToken/i=-
T 29 s ClientToken~clientToken/i=-
T 30 s ClientToken~clientToken/i=-
T 31 s ClientToken~clientToken/i=-
T 32 s ClientToken~clientToken/i=-
T 33 s ClientToken~clientToken/i=-
T 34 s CreatedTimestamp~createdTimestamp=4 LastUpdatedTimestamp~lastUpdatedTimestamp=4
T 35 s ClientToken~clientToken/i=-
T 36 s LastUpdatedTimestamp~lastUpdatedTimestamp=4
S configservice Config CONFIG_SERVICE config config json1.1 StarlingDoveService 2014-11-12 upper -
E ConflictException ConformancePackTemplateValidationException IdempotentParameterMismatch=IdempotentParameterMismatchException InsufficientDeliveryPolicyException InsufficientPermissionsException InvalidConfigurationRecorderNameException InvalidDeliveryChannelNameException InvalidExpressionException InvalidLimitException InvalidNextTokenException InvalidParameterValueException InvalidRecordingGroupException InvalidResultTokenException InvalidRoleException InvalidS3KeyPrefixException InvalidS3KmsKeyArnException InvalidSNSTopicARNException=InvalidSnsTopicArnException InvalidTimeRangeException LastDeliveryChannelDeleteFailedException LimitExceededException MaxActiveResourcesExceededException MaxNumberOfConfigRulesExceededException MaxNumberOfConfigurationRecordersExceededException MaxNumberOfConformancePacksExceededException MaxNumberOfConnectorsExceededException MaxNumberOfDeliveryChannelsExceededException MaxNumberOfOrganizationConfigRulesExceededException MaxNumberOfOrganizationConformancePacksExceededException MaxNumberOfRetentionConfigurationsExceededException NoAvailableConfigurationRecorderException NoAvailableDeliveryChannelException NoAvailableOrganizationException NoRunningConfigurationRecorderException NoSuchBucketException NoSuchConfigRuleException NoSuchConfigRuleInConformancePackException NoSuchConfigurationAggregatorException NoSuchConfigurationRecorderException NoSuchConformancePackException NoSuchDeliveryChannelException NoSuchOrganizationConfigRuleException NoSuchOrganizationConformancePackException NoSuchRemediationConfigurationException NoSuchRemediationExceptionException NoSuchRetentionConfigurationException OrganizationAccessDeniedException OrganizationAllFeaturesNotEnabledException OrganizationConformancePackTemplateValidationException OversizedConfigurationItemException RemediationInProgressException ResourceConcurrentModificationException ResourceInUseException ResourceNotDiscoveredException ResourceNotFoundException TooManyTagsException UnmodifiableEntityException ValidationException
O AssociateResourceTypes - 1
O BatchGetAggregateResourceConfig - 10
O BatchGetResourceConfig 16 19
O DeleteAggregationAuthorization - -
O DeleteConfigRule - -
O DeleteConfigurationAggregator - -
O DeleteConfigurationRecorder - -
O DeleteConformancePack - -
O DeleteConnector - -
O DeleteDeliveryChannel - -
O DeleteEvaluationResults - -
O DeleteOrganizationConfigRule - -
O DeleteOrganizationConformancePack - -
O DeletePendingAggregationRequest - -
O DeleteRemediationConfiguration - -
O DeleteRemediationExceptions - -
O DeleteResourceConfig - -
O DeleteRetentionConfiguration - -
O DeleteServiceLinkedConfigurationRecorder - -
O DeleteStoredQuery - -
O DeliverConfigSnapshot 20 21
O DescribeAggregateComplianceByConfigRules - -
O DescribeAggregateComplianceByConformancePacks - -
O DescribeAggregationAuthorizations - 22
O DescribeComplianceByConfigRule - -
O DescribeComplianceByResource - -
O DescribeConfigRuleEvaluationStatus - 26
O DescribeConfigRules - -
O DescribeConfigurationAggregatorSourcesStatus - 29
O DescribeConfigurationAggregators - 32
O DescribeConfigurationRecorderStatus - 35
O DescribeConfigurationRecorders - 38
O DescribeConformancePackCompliance - -
O DescribeConformancePackStatus - 40
O DescribeConformancePacks - 43
O DescribeDeliveryChannelStatus - 46
O DescribeDeliveryChannels - 51
O DescribeOrganizationConfigRuleStatuses - 55
O DescribeOrganizationConfigRules - 58
O DescribeOrganizationConformancePackStatuses - 61
O DescribeOrganizationConformancePacks - 64
O DescribePendingAggregationRequests - -
O DescribeRemediationConfigurations - -
O DescribeRemediationExceptions - 67
O DescribeRemediationExecutionStatus 70 71
O DescribeRetentionConfigurations - -
O DisassociateResourceTypes - 76
O GetAggregateComplianceDetailsByConfigRule - 77
O GetAggregateConfigRuleComplianceSummary - 81
O GetAggregateConformancePackComplianceSummary - -
O GetAggregateDiscoveredResourceCounts - -
O GetAggregateResourceConfig - 85
O GetComplianceDetailsByConfigRule - 89
O GetComplianceDetailsByResource - 92
O GetComplianceSummaryByConfigRule - 93
O GetComplianceSummaryByResourceType - 94
O GetConformancePackComplianceDetails - 97
O GetConformancePackComplianceSummary - -
O GetConnector - 100
O GetCustomRulePolicy - -
O GetDiscoveredResourceCounts 105 106
O GetOrganizationConfigRuleDetailedStatus - 109
O GetOrganizationConformancePackDetailedStatus - 112
O GetOrganizationCustomRulePolicy - -
O GetResourceConfigHistory 115 118
O GetResourceEvaluationSummary - 120
O GetStoredQuery - -
O ListAggregateDiscoveredResources - -
O ListConfigurationRecorders 121 124
O ListConformancePackComplianceScores - 127
O ListConnectors 131 134
O ListDiscoveredResources 137 138
O ListResourceEvaluations 142 145
O ListStoredQueries - -
O ListTagsForResource - -
O PutAggregationAuthorization - 148
O PutConfigRule - -
O PutConfigurationAggregator - 149
O PutConfigurationRecorder 150 -
O PutConformancePack - -
O PutConnector 151 -
O PutDeliveryChannel 152 -
O PutEvaluations 153 157
O PutExternalEvaluation 158 -
O PutOrganizationConfigRule - -
O PutOrganizationConformancePack - -
O PutRemediationConfigurations - -
O PutRemediationExceptions 160 161
O PutResourceConfig - -
O PutRetentionConfiguration - -
O PutServiceLinkedConfigurationRecorder - -
O PutStoredQuery - -
O PutThirdPartyServiceLinkedConfigurationRecorder 164 -
O SelectAggregateResourceConfig - -
O SelectResourceConfig - -
O StartConfigRulesEvaluation - -
O StartConfigurationRecorder - -
O StartRemediationExecution 165 166
O StartResourceEvaluation - -
O StopConfigurationRecorder - -
O TagResource - -
O UntagResource - -
T 1 s ConfigurationRecorder=2
T 2 s Arn~arn=- Name~name=- RoleARN~roleARN=- RecordingGroup~recordingGroup=3 RecordingMode~recordingMode=6 RecordingScope~recordingScope=- ServicePrincipal~servicePrincipal=- ConnectorArn~connectorArn=- ScopeConfiguration~scopeConfiguration=9
T 3 s AllSupported~allSupported=- IncludeGlobalResourceTypes~includeGlobalResourceTypes=- ResourceTypes~resourceTypes=- ExclusionByResourceTypes~exclusionByResourceTypes=4 RecordingStrategy~recordingStrategy=5
T 4 s ResourceTypes~resourceTypes=-
T 5 s UseOnly~useOnly=-
T 6 s RecordingFrequency~recordingFrequency=- RecordingModeOverrides~recordingModeOverrides=7
T 7 l 8
T 8 s Description~description=- ResourceTypes~resourceTypes=- RecordingFrequency~recordingFrequency=-
T 9 s ScopeType~scopeType=- ScopeValues~scopeValues=- AllRegions~allRegions=- IncludedRegions~includedRegions=-
T 10 s BaseConfigurationItems=11
T 11 l 12
T 12 s Version~version=- AccountId~accountId=- ConfigurationItemCaptureTime~configurationItemCaptureTime=13 ConfigurationItemStatus~configurationItemStatus=- ConfigurationStateId~configurationStateId=- Arn~arn=- ResourceType~resourceType=- ResourceId~resourceId=- ResourceName~resourceName=- AwsRegion~awsRegion=- AvailabilityZone~availabilityZone=- ResourceCreationTime~resourceCreationTime=14 Configuration~configuration=- SupplementaryConfiguration~supplementaryConfiguration=- RecordingFrequency~recordingFrequency=- ConfigurationItemDeliveryTime~configurationItemDeliveryTime=15
T 13 t -
T 14 t -
T 15 t -
T 16 s ResourceKeys~resourceKeys=17
T 17 l 18
T 18 s ResourceType~resourceType=- ResourceId~resourceId=-
T 19 s BaseConfigurationItems~baseConfigurationItems=11 UnprocessedResourceKeys~unprocessedResourceKeys=17
T 20 s DeliveryChannelName~deliveryChannelName=-
T 21 s ConfigSnapshotId~configSnapshotId=-
T 22 s AggregationAuthorizations=23
T 23 l 24
T 24 s CreationTime=25
T 25 t -
T 26 s ConfigRulesEvaluationStatus=27
T 27 l 28
T 28 s LastSuccessfulInvocationTime=25 LastFailedInvocationTime=25 LastSuccessfulEvaluationTime=25 LastFailedEvaluationTime=25 FirstActivatedTime=25 LastDeactivatedTime=25 LastDebugLogDeliveryTime=25
T 29 s AggregatedSourceStatusList=30
T 30 l 31
T 31 s LastUpdateTime=25
T 32 s ConfigurationAggregators=33
T 33 l 34
T 34 s CreationTime=25 LastUpdatedTime=25
T 35 s ConfigurationRecordersStatus=36
T 36 l 37
T 37 s Arn~arn=- Name~name=- LastStartTime~lastStartTime=25 LastStopTime~lastStopTime=25 Recording~recording=- LastStatus~lastStatus=- LastErrorCode~lastErrorCode=- LastErrorMessage~lastErrorMessage=- LastStatusChangeTime~lastStatusChangeTime=25 ServicePrincipal~servicePrincipal=-
T 38 s ConfigurationRecorders=39
T 39 l 2
T 40 s ConformancePackStatusDetails=41
T 41 l 42
T 42 s LastUpdateRequestedTime=25 LastUpdateCompletedTime=25
T 43 s ConformancePackDetails=44
T 44 l 45
T 45 s LastUpdateRequestedTime=25
T 46 s DeliveryChannelsStatus=47
T 47 l 48
T 48 s Name~name=- ConfigSnapshotDeliveryInfo~configSnapshotDeliveryInfo=49 ConfigHistoryDeliveryInfo~configHistoryDeliveryInfo=49 ConfigStreamDeliveryInfo~configStreamDeliveryInfo=50
T 49 s LastStatus~lastStatus=- LastErrorCode~lastErrorCode=- LastErrorMessage~lastErrorMessage=- LastAttemptTime~lastAttemptTime=25 LastSuccessfulTime~lastSuccessfulTime=25 NextDeliveryTime~nextDeliveryTime=25
T 50 s LastStatus~lastStatus=- LastErrorCode~lastErrorCode=- LastErrorMessage~lastErrorMessage=- LastStatusChangeTime~lastStatusChangeTime=25
T 51 s DeliveryChannels=52
T 52 l 53
T 53 s Name~name=- S3BucketName~s3BucketName=- S3KeyPrefix~s3KeyPrefix=- S3KmsKeyArn~s3KmsKeyArn=- SnsTopicARN~snsTopicARN=- ConfigSnapshotDeliveryProperties~configSnapshotDeliveryProperties=54
T 54 s DeliveryFrequency~deliveryFrequency=-
T 55 s OrganizationConfigRuleStatuses=56
T 56 l 57
T 57 s LastUpdateTime=25
T 58 s OrganizationConfigRules=59
T 59 l 60
T 60 s LastUpdateTime=25
T 61 s OrganizationConformancePackStatuses=62
T 62 l 63
T 63 s LastUpdateTime=25
T 64 s OrganizationConformancePacks=65
T 65 l 66
T 66 s LastUpdateTime=25
T 67 s RemediationExceptions=68
T 68 l 69
T 69 s ExpirationTime=25
T 70 s ResourceKeys=17
T 71 s RemediationExecutionStatuses=72
T 72 l 73
T 73 s ResourceKey=18 StepDetails=74 InvocationTime=25 LastUpdatedTime=25
T 74 l 75
T 75 s StartTime=25 StopTime=25
T 76 s ConfigurationRecorder=2
T 77 s AggregateEvaluationResults=78
T 78 l 79
T 79 s EvaluationResultIdentifier=80 ResultRecordedTime=25 ConfigRuleInvokedTime=25
T 80 s OrderingTimestamp=25
T 81 s AggregateComplianceCounts=82
T 82 l 83
T 83 s ComplianceSummary=84
T 84 s ComplianceSummaryTimestamp=25
T 85 s ConfigurationItem=86
T 86 s Version~version=- AccountId~accountId=- ConfigurationItemCaptureTime~configurationItemCaptureTime=13 ConfigurationItemStatus~configurationItemStatus=- ConfigurationStateId~configurationStateId=- ConfigurationItemMD5Hash~configurationItemMD5Hash=- Arn~arn=- ResourceType~resourceType=- ResourceId~resourceId=- ResourceName~resourceName=- AwsRegion~awsRegion=- AvailabilityZone~availabilityZone=- ResourceCreationTime~resourceCreationTime=14 Tags~tags=- RelatedEvents~relatedEvents=- Relationships~relationships=87 Configuration~configuration=- SupplementaryConfiguration~supplementaryConfiguration=- RecordingFrequency~recordingFrequency=- ConfigurationItemDeliveryTime~configurationItemDeliveryTime=15
T 87 l 88
T 88 s ResourceType~resourceType=- ResourceId~resourceId=- ResourceName~resourceName=- RelationshipName~relationshipName=-
T 89 s EvaluationResults=90
T 90 l 91
T 91 s EvaluationResultIdentifier=80 ResultRecordedTime=25 ConfigRuleInvokedTime=25
T 92 s EvaluationResults=90
T 93 s ComplianceSummary=84
T 94 s ComplianceSummariesByResourceType=95
T 95 l 96
T 96 s ComplianceSummary=84
T 97 s ConformancePackRuleEvaluationResults=98
T 98 l 99
T 99 s EvaluationResultIdentifier=80 ConfigRuleInvokedTime=25 ResultRecordedTime=25
T 100 s Connector=101
T 101 s Name~name=- Arn~arn=- ConnectorConfiguration~connectorConfiguration=102 CreatedTime~createdTime=25
T 102 s Azure~azure=103 Gcp~gcp=104
T 103 s TenantIdentifier~tenantIdentifier=- ClientIdentifier~clientIdentifier=-
T 104 s GcpOrganizationId~gcpOrganizationId=- ServiceAccountEmail~serviceAccountEmail=- WorkloadIdentityPoolProvider~workloadIdentityPoolProvider=-
T 105 s ResourceTypes~resourceTypes=- Limit~limit=- NextToken~nextToken=-
T 106 s TotalDiscoveredResources~totalDiscoveredResources=- ResourceCounts~resourceCounts=107 NextToken~nextToken=-
T 107 l 108
T 108 s ResourceType~resourceType=- Count~count=-
T 109 s OrganizationConfigRuleDetailedStatus=110
T 110 l 111
T 111 s LastUpdateTime=25
T 112 s OrganizationConformancePackDetailedStatuses=113
T 113 l 114
T 114 s LastUpdateTime=25
T 115 s ResourceType~resourceType=- ResourceId~resourceId=- LaterTime~laterTime=116 EarlierTime~earlierTime=117 ChronologicalOrder~chronologicalOrder=- Limit~limit=- NextToken~nextToken=-
T 116 t -
T 117 t -
T 118 s ConfigurationItems~configurationItems=119 NextToken~nextToken=-
T 119 l 86
T 120 s EvaluationStartTimestamp=25
T 121 s Filters=122
T 122 l 123
T 123 s FilterName~filterName=- FilterValue~filterValue=-
T 124 s ConfigurationRecorderSummaries=125
T 125 l 126
T 126 s Arn~arn=- Name~name=- ServicePrincipal~servicePrincipal=- RecordingScope~recordingScope=- Provider~provider=-
T 127 s ConformancePackComplianceScores=128
T 128 l 129
T 129 s LastUpdatedTime=130
T 130 t -
T 131 s Filters=132
T 132 l 133
T 133 s FilterName~filterName=- FilterValues~filterValues=-
T 134 s ConnectorSummaries=135
T 135 l 136
T 136 s Arn~arn=- Name~name=- Provider~provider=- TenantIdentifier~tenantIdentifier=- GcpOrganizationId~gcpOrganizationId=- ServiceAccountEmail~serviceAccountEmail=- CreatedTime~createdTime=25
T 137 s ResourceType~resourceType=- ResourceIds~resourceIds=- ResourceName~resourceName=- Limit~limit=- IncludeDeletedResources~includeDeletedResources=- NextToken~nextToken=-
T 138 s ResourceIdentifiers~resourceIdentifiers=139 NextToken~nextToken=-
T 139 l 140
T 140 s ResourceType~resourceType=- ResourceId~resourceId=- ResourceName~resourceName=- ResourceDeletionTime~resourceDeletionTime=141
T 141 t -
T 142 s Filters=143
T 143 s TimeWindow=144
T 144 s StartTime=25 EndTime=25
T 145 s ResourceEvaluations=146
T 146 l 147
T 147 s EvaluationStartTimestamp=25
T 148 s AggregationAuthorization=24
T 149 s ConfigurationAggregator=34
T 150 s ConfigurationRecorder=2
T 151 s ConnectorConfiguration=102
T 152 s DeliveryChannel=53
T 153 s Evaluations=154
T 154 l 155
T 155 s OrderingTimestamp=156
T 156 t -
T 157 s FailedEvaluations=154
T 158 s ExternalEvaluation=159
T 159 s OrderingTimestamp=156
T 160 s ExpirationTime=25
T 161 s FailedBatches=162
T 162 l 163
T 163 s FailedItems=68
T 164 s ScopeConfiguration=9
T 165 s ResourceKeys=17
T 166 s FailedItems=17
S costoptimizationhub CostOptimizationHub COST_OPTIMIZATION_HUB cost-optimization-hub cost-optimization-hub json1.0 CostOptimizationHubService 2022-07-26 lower -
E AccessDeniedException InternalServerException ResourceNotFoundException ThrottlingException ValidationException
O GetPreferences - -
O GetRecommendation - 1
O ListEfficiencyMetrics - -
O ListEnrollmentStatuses - 3
O ListRecommendationSummaries - -
O ListRecommendations - 7
O UpdateEnrollmentStatus - -
O UpdatePreferences - -
T 1 s LastRefreshTimestamp~lastRefreshTimestamp=2
T 2 t -
T 3 s Items~items=4
T 4 l 5
T 5 s LastUpdatedTimestamp~lastUpdatedTimestamp=6 CreatedTimestamp~createdTimestamp=6
T 6 t -
T 7 s Items~items=8
T 8 l 9
T 9 s LastRefreshTimestamp~lastRefreshTimestamp=2
S costandusagereportservice CostAndUsageReport COST_AND_USAGE_REPORT_SERVICE cur cur json1.1 AWSOrigamiServiceGatewayService 2017-01-06 upper -
E DuplicateReportNameException InternalErrorException ReportLimitReachedException ResourceNotFoundException ValidationException
O DeleteReportDefinition - -
O DescribeReportDefinitions - 1
O ListTagsForResource - -
O ModifyReportDefinition 5 -
O PutReportDefinition 6 -
O TagResource - -
O UntagResource - -
T 1 s ReportDefinitions=2
T 2 l 3
T 3 s ReportStatus=4
T 4 s LastDelivery~lastDelivery=- LastStatus~lastStatus=-
T 5 s ReportDefinition=3
T 6 s ReportDefinition=3
S datapipeline DataPipeline DATA_PIPELINE datapipeline datapipeline json1.1 DataPipeline 2012-10-29 lower -
E InternalServiceError=InternalServiceErrorException InvalidRequestException PipelineDeletedException PipelineNotFoundException TaskNotFoundException
O ActivatePipeline 1 -
O AddTags - -
O CreatePipeline - -
O DeactivatePipeline - -
O DeletePipeline - -
O DescribeObjects - -
O DescribePipelines - -
O EvaluateExpression - -
O GetPipelineDefinition - -
O ListPipelines - -
O PollForTask - 3
O PutPipelineDefinition - -
O QueryObjects - -
O RemoveTags - -
O ReportTaskProgress - -
O ReportTaskRunnerHeartbeat - -
O SetStatus - -
O SetTaskStatus - -
O ValidatePipelineDefinition - -
T 1 s StartTimestamp~startTimestamp=2
T 2 t -
T 3 s TaskObject~taskObject=4
T 4 s Objects~objects=5
T 5 m -
S datasync DataSync DATASYNC datasync datasync json1.1 FmrsService 2018-11-09 upper -
E InternalException InvalidRequestException
O CancelTaskExecution - -
O CreateAgent - -
O CreateLocationAzureBlob - -
O CreateLocationEfs - -
O CreateLocationFsxLustre - -
O CreateLocationFsxOntap - -
O CreateLocationFsxOpenZfs - -
O CreateLocationFsxWindows - -
O CreateLocationHdfs 1 -
O CreateLocationNfs - -
O CreateLocationObjectStorage 4 -
O CreateLocationS3 - -
O CreateLocationSmb 6 -
O CreateTask - -
O DeleteAgent - -
O DeleteLocation - -
O DeleteTask - -
O DescribeAgent - 7
O DescribeLocationAzureBlob - 9
O DescribeLocationEfs - 10
O DescribeLocationFsxLustre - 11
O DescribeLocationFsxOntap - 12
O DescribeLocationFsxOpenZfs - 13
O DescribeLocationFsxWindows - 14
O DescribeLocationHdfs - 15
O DescribeLocationNfs - 16
O DescribeLocationObjectStorage - 17
O DescribeLocationS3 - 18
O DescribeLocationSmb - 19
O DescribeTask - 20
O DescribeTaskExecution - 22
O ListAgents - -
O ListLocations - -
O ListTagsForResource - -
O ListTaskExecutions - -
O ListTasks - -
O StartTaskExecution - -
O TagResource - -
O UntagResource - -
O UpdateAgent - -
O UpdateLocationAzureBlob - -
O UpdateLocationEfs - -
O UpdateLocationFsxLustre - -
O UpdateLocationFsxOntap - -
O UpdateLocationFsxOpenZfs - -
O UpdateLocationFsxWindows - -
O UpdateLocationHdfs 23 -
O UpdateLocationNfs - -
O UpdateLocationObjectStorage 24 -
O UpdateLocationS3 - -
O UpdateLocationSmb 25 -
O UpdateTask - -
O UpdateTaskExecution - -
T 1 s KerberosKeytab=2 KerberosKrb5Conf=3
T 2 b
T 3 b
T 4 s ServerCertificate=5
T 5 b
T 6 s KerberosKeytab=2 KerberosKrb5Conf=3
T 7 s LastConnectionTime=8 CreationTime=8
T 8 t -
T 9 s CreationTime=8
T 10 s CreationTime=8
T 11 s CreationTime=8
T 12 s CreationTime=8
T 13 s CreationTime=8
T 14 s CreationTime=8
T 15 s CreationTime=8
T 16 s CreationTime=8
T 17 s CreationTime=8 ServerCertificate=5
T 18 s CreationTime=8
T 19 s CreationTime=8
T 20 s CreationTime=8 ScheduleDetails=21
T 21 s StatusUpdateTime=8
T 22 s StartTime=8 LaunchTime=8 EndTime=8
T 23 s KerberosKeytab=2 KerberosKrb5Conf=3
T 24 s ServerCertificate=5
T 25 s KerberosKeytab=2 KerberosKrb5Conf=3
S dax Dax DAX dax dax json1.1 AmazonDAXV3 2017-04-19 upper -
E ClusterAlreadyExistsFault=ClusterAlreadyExistsException ClusterNotFoundFault=ClusterNotFoundException ClusterQuotaForCustomerExceededFault=ClusterQuotaForCustomerExceededException InsufficientClusterCapacityFault=InsufficientClusterCapacityException InvalidARNFault=InvalidArnException InvalidClusterStateFault=InvalidClusterStateException InvalidParameterCombinationException InvalidParameterGroupStateFault=InvalidParameterGroupStateException InvalidParameterValueException InvalidSubnet=InvalidSubnetException InvalidVPCNetworkStateFault=InvalidVpcNetworkStateException NodeNotFoundFault=NodeNotFoundException NodeQuotaForClusterExceededFault=NodeQuotaForClusterExceededException NodeQuotaForCustomerExceededFault=NodeQuotaForCustomerExceededException ParameterGroupAlreadyExistsFault=ParameterGroupAlreadyExistsException ParameterGroupNotFoundFault=ParameterGroupNotFoundException ParameterGroupQuotaExceededFault=ParameterGroupQuotaExceededException ServiceLinkedRoleNotFoundFault=ServiceLinkedRoleNotFoundException ServiceQuotaExceededException SubnetGroupAlreadyExistsFault=SubnetGroupAlreadyExistsException SubnetGroupInUseFault=SubnetGroupInUseException SubnetGroupNotFoundFault=SubnetGroupNotFoundException SubnetGroupQuotaExceededFault=SubnetGroupQuotaExceededException SubnetInUse=SubnetInUseException SubnetNotAllowedFault=SubnetNotAllowedException SubnetQuotaExceededFault=SubnetQuotaExceededException TagNotFoundFault=TagNotFoundException TagQuotaPerResourceExceeded=TagQuotaPerResourceExceededException
O CreateCluster - 1
O CreateParameterGroup - -
O CreateSubnetGroup - -
O DecreaseReplicationFactor - 6
O DeleteCluster - 7
O DeleteParameterGroup - -
O DeleteSubnetGroup - -
O DescribeClusters - 8
O DescribeDefaultParameters - -
O DescribeEvents 10 11
O DescribeParameterGroups - -
O DescribeParameters - -
O DescribeSubnetGroups - -
O IncreaseReplicationFactor - 14
O ListTags - -
O RebootNode - 15
O TagResource - -
O UntagResource - -
O UpdateCluster - 16
O UpdateParameterGroup - -
O UpdateSubnetGroup - -
T 1 s Cluster=2
T 2 s Nodes=3
T 3 l 4
T 4 s NodeCreateTime=5
T 5 t -
T 6 s Cluster=2
T 7 s Cluster=2
T 8 s Clusters=9
T 9 l 2
T 10 s StartTime=5 EndTime=5
T 11 s Events=12
T 12 l 13
T 13 s Date=5
T 14 s Cluster=2
T 15 s Cluster=2
T 16 s Cluster=2
S devicefarm DeviceFarm DEVICE_FARM devicefarm devicefarm json1.1 DeviceFarm_20150623 2015-06-23 lower -
E ArgumentException CannotDeleteException IdempotencyException InternalServiceException InvalidOperationException LimitExceededException NotEligibleException NotFoundException ServiceAccountException TagOperationException TagPolicyException TooManyTagsException
O CreateDevicePool - -
O CreateInstanceProfile - -
O CreateNetworkProfile - -
O CreateProject - 1
O CreateRemoteAccessSession 4 7
O CreateTestGridProject - 9
O CreateTestGridUrl - 11
O CreateUpload - 12
O CreateVPCEConfiguration - -
O DeleteDevicePool - -
O DeleteInstanceProfile - -
O DeleteNetworkProfile - -
O DeleteProject - -
O DeleteRemoteAccessSession - -
O DeleteRun - -
O DeleteTestGridProject - -
O DeleteUpload - -
O DeleteVPCEConfiguration - -
O GetAccountSettings - 14
O GetDevice - -
O GetDeviceInstance - -
O GetDevicePool - -
O GetDevicePoolCompatibility 18 -
O GetInstanceProfile - -
O GetJob - 21
O GetNetworkProfile - -
O GetOfferingStatus - 23
O GetProject - 26
O GetRemoteAccessSession - 27
O GetRun - 28
O GetSuite - 30
O GetTest - 32
O GetTestGridProject - 34
O GetTestGridSession - 35
O GetUpload - 37
O GetVPCEConfiguration - -
O InstallToRemoteAccessSession - 38
O ListArtifacts - -
O ListDeviceInstances - -
O ListDevicePools - -
O ListDevices - -
O ListInstanceProfiles - -
O ListJobs - 39
O ListNetworkProfiles - -
O ListOfferingPromotions - -
O ListOfferingTransactions - 41
O ListOfferings - -
O ListProjects - 44
O ListRemoteAccessSessions - 46
O ListRuns - 48
O ListSamples - -
O ListSuites - 50
O ListTagsForResource 52 53
O ListTestGridProjects - 56
O ListTestGridSessionActions - 58
O ListTestGridSessionArtifacts - -
O ListTestGridSessions 61 62
O ListTests - 64
O ListUniqueProblems - 66
O ListUploads - 68
O ListVPCEConfigurations - -
O PurchaseOffering - 70
O RenewOffering - 71
O ScheduleRun 72 73
O StopJob - 74
O StopRemoteAccessSession - 75
O StopRun - 76
O TagResource 77 -
O UntagResource 78 -
O UpdateDeviceInstance - -
O UpdateDevicePool - -
O UpdateInstanceProfile - -
O UpdateNetworkProfile - -
O UpdateProject - 79
O UpdateTestGridProject - 80
O UpdateUpload - 81
O UpdateVPCEConfiguration - -
T 1 s Project~project=2
T 2 s Created~created=3
T 3 t -
T 4 s Configuration~configuration=5
T 5 s Parameters~parameters=6
T 6 m -
T 7 s RemoteAccessSession~remoteAccessSession=8
T 8 s Created~created=3 Started~started=3 Stopped~stopped=3
T 9 s TestGridProject~testGridProject=10
T 10 s Created~created=3
T 11 s Expires~expires=3
T 12 s Upload~upload=13
T 13 s Created~created=3
T 14 s AccountSettings~accountSettings=15
T 15 s UnmeteredDevices~unmeteredDevices=16 UnmeteredRemoteAccessDevices~unmeteredRemoteAccessDevices=16 MaxSlots~maxSlots=17
T 16 m -
T 17 m -
T 18 s Test~test=19
T 19 s Parameters~parameters=20
T 20 m -
T 21 s Job~job=22
T 22 s Created~created=3 Started~started=3 Stopped~stopped=3
T 23 s Current~current=24 NextPeriod~nextPeriod=24
T 24 m 25
T 25 s EffectiveOn~effectiveOn=3
T 26 s Project~project=2
T 27 s RemoteAccessSession~remoteAccessSession=8
T 28 s Run~run=29
T 29 s Created~created=3 Started~started=3 Stopped~stopped=3
T 30 s Suite~suite=31
T 31 s Created~created=3 Started~started=3 Stopped~stopped=3
T 32 s Test~test=33
T 33 s Created~created=3 Started~started=3 Stopped~stopped=3
T 34 s TestGridProject~testGridProject=10
T 35 s TestGridSession~testGridSession=36
T 36 s Created~created=3 Ended~ended=3
T 37 s Upload~upload=13
T 38 s AppUpload~appUpload=13
T 39 s Jobs~jobs=40
T 40 l 22
T 41 s OfferingTransactions~offeringTransactions=42
T 42 l 43
T 43 s OfferingStatus~offeringStatus=25 CreatedOn~createdOn=3
T 44 s Projects~projects=45
T 45 l 2
T 46 s RemoteAccessSessions~remoteAccessSessions=47
T 47 l 8
T 48 s Runs~runs=49
T 49 l 29
T 50 s Suites~suites=51
T 51 l 31
T 52 s ResourceARN=-
T 53 s Tags=54
T 54 l 55
T 55 s Key=- Value=-
T 56 s TestGridProjects~testGridProjects=57
T 57 l 10
T 58 s Actions~actions=59
T 59 l 60
T 60 s Started~started=3
T 61 s CreationTimeAfter~creationTimeAfter=3 CreationTimeBefore~creationTimeBefore=3 EndTimeAfter~endTimeAfter=3 EndTimeBefore~endTimeBefore=3
T 62 s TestGridSessions~testGridSessions=63
T 63 l 36
T 64 s Tests~tests=65
T 65 l 33
T 66 s UniqueProblems~uniqueProblems=67
T 67 m -
T 68 s Uploads~uploads=69
T 69 l 13
T 70 s OfferingTransaction~offeringTransaction=43
T 71 s OfferingTransaction~offeringTransaction=43
T 72 s Test~test=19
T 73 s Run~run=29
T 74 s Job~job=22
T 75 s RemoteAccessSession~remoteAccessSession=8
T 76 s Run~run=29
T 77 s ResourceARN=- Tags=54
T 78 s ResourceARN=- TagKeys=-
T 79 s Project~project=2
T 80 s TestGridProject~testGridProject=10
T 81 s Upload~upload=13
S directconnect DirectConnect DIRECT_CONNECT directconnect directconnect json1.1 OvertureService 2012-10-25 lower -
E DirectConnectClientException DirectConnectServerException DuplicateTagKeysException LimitExceededException TooManyTagsException
O AcceptDirectConnectGatewayAssociationProposal - -
O AllocateConnectionOnInterconnect - 1
O AllocateHostedConnection - 1
O AllocatePrivateVirtualInterface - -
O AllocatePublicVirtualInterface - -
O AllocateTransitVirtualInterface - -
O AssociateConnectionWithLag - 1
O AssociateConnectionsToResiliencyGroup - -
O AssociateHostedConnection - 1
O AssociateMacSecKey - -
O AssociateVirtualInterface - -
O ConfirmConnection - -
O ConfirmCustomerAgreement - -
O ConfirmPrivateVirtualInterface - -
O ConfirmPublicVirtualInterface - -
O ConfirmTransitVirtualInterface - -
O CreateBGPPeer - -
O CreateConnection - 1
O CreateDirectConnectGateway - -
O CreateDirectConnectGatewayAssociation - -
O CreateDirectConnectGatewayAssociationProposal - -
O CreateInterconnect - 3
O CreateLag - 4
O CreatePrivateVirtualInterface - -
O CreatePublicVirtualInterface - -
O CreateResiliencyGroup - -
O CreateTransitVirtualInterface - -
O DeleteBGPPeer - -
O DeleteConnection - 1
O DeleteDirectConnectGateway - -
O DeleteDirectConnectGatewayAssociation - -
O DeleteDirectConnectGatewayAssociationProposal - -
O DeleteInterconnect - -
O DeleteLag - 4
O DeleteResiliencyGroup - -
O DeleteVirtualInterface - -
O DescribeConnectionLoa - 6
O DescribeConnections - 9
O DescribeConnectionsOnInterconnect - 9
O DescribeCustomerMetadata - -
O DescribeDirectConnectGatewayAssociationProposals - -
O DescribeDirectConnectGatewayAssociations - -
O DescribeDirectConnectGatewayAttachments - -
O DescribeDirectConnectGateways - -
O DescribeHostedConnections - 9
O DescribeInterconnectLoa - 10
O DescribeInterconnects - 11
O DescribeLags - 13
O DescribeLoa - 7
O DescribeLocations - -
O DescribeRouterConfiguration - -
O DescribeTags - -
O DescribeVirtualGateways - -
O DescribeVirtualInterfaces - -
O DisassociateConnectionFromLag - 1
O DisassociateConnectionsFromResiliencyGroup - -
O DisassociateMacSecKey - -
O GetResiliencyGroup - -
O ListResiliencyGroupAssociations - -
O ListResiliencyGroups - -
O ListVirtualInterfaceRoutes - 15
O ListVirtualInterfaceTestHistory - 19
O StartBgpFailoverTest - 24
O StopBgpFailoverTest - 25
O TagResource - -
O UntagResource - -
O UpdateConnection - 1
O UpdateConnectionsBillingMode - 26
O UpdateDirectConnectGateway - -
O UpdateDirectConnectGatewayAssociation - -
O UpdateLag - 4
O UpdateResiliencyGroup - -
O UpdateVirtualInterfaceAttributes - -
T 1 s LoaIssueTime~loaIssueTime=2
T 2 t -
T 3 s LoaIssueTime~loaIssueTime=2
T 4 s Connections~connections=5
T 5 l 1
T 6 s Loa~loa=7
T 7 s LoaContent~loaContent=8
T 8 b
T 9 s Connections~connections=5
T 10 s Loa~loa=7
T 11 s Interconnects~interconnects=12
T 12 l 3
T 13 s Lags~lags=14
T 14 l 4
T 15 s Routes~routes=16
T 16 l 17
T 17 s RouteInstalledAt~routeInstalledAt=18
T 18 t -
T 19 s VirtualInterfaceTestHistory~virtualInterfaceTestHistory=20
T 20 l 21
T 21 s StartTime~startTime=22 EndTime~endTime=23
T 22 t -
T 23 t -
T 24 s VirtualInterfaceTest~virtualInterfaceTest=21
T 25 s VirtualInterfaceTest~virtualInterfaceTest=21
T 26 s Connections~connections=5
S applicationdiscoveryservice ApplicationDiscovery APPLICATION_DISCOVERY_SERVICE discovery discovery json1.1 AWSPoseidonService_V2015_11_01 2015-11-01 lower -
E AuthorizationErrorException ConflictErrorException HomeRegionNotSetException InvalidParameterException InvalidParameterValueException LimitExceededException OperationNotPermittedException ResourceInUseException ResourceNotFoundException ServerInternalErrorException
O AssociateConfigurationItemsToApplication - -
O BatchDeleteAgents - -
O BatchDeleteImportData - -
O CreateApplication - -
O CreateTags - -
O DeleteApplications - -
O DeleteTags - -
O DescribeAgents - -
O DescribeBatchDeleteConfigurationTask - 1
O DescribeConfigurations - 4
O DescribeContinuousExports - 7
O DescribeExportConfigurations - 11
O DescribeExportTasks - 15
O DescribeImportTasks - 16
O DescribeTags - 19
O DisassociateConfigurationItemsFromApplication - -
O ExportConfigurations - -
O GetDiscoverySummary - -
O ListConfigurations - 22
O ListServerNeighbors - -
O StartBatchDeleteConfigurationTask - -
O StartContinuousExport - 25
O StartDataCollectionByAgentIds - -
O StartExportTask 26 -
O StartImportTask 27 28
O StopContinuousExport - 29
O StopDataCollectionByAgentIds - -
O UpdateApplication - -
T 1 s Task~task=2
T 2 s StartTime~startTime=3 EndTime~endTime=3
T 3 t -
T 4 s Configurations~configurations=5
T 5 l 6
T 6 m -
T 7 s Descriptions~descriptions=8
T 8 l 9
T 9 s StartTime~startTime=3 StopTime~stopTime=3 SchemaStorageConfig~schemaStorageConfig=10
T 10 m -
T 11 s ExportsInfo~exportsInfo=12
T 12 l 13
T 13 s ExportRequestTime~exportRequestTime=14 RequestedStartTime~requestedStartTime=3 RequestedEndTime~requestedEndTime=3
T 14 t -
T 15 s ExportsInfo~exportsInfo=12
T 16 s Tasks~tasks=17
T 17 l 18
T 18 s ImportRequestTime~importRequestTime=3 ImportCompletionTime~importCompletionTime=3 ImportDeletedTime~importDeletedTime=3
T 19 s Tags~tags=20
T 20 l 21
T 21 s TimeOfCreation~timeOfCreation=3
T 22 s Configurations~configurations=23
T 23 l 24
T 24 m -
T 25 s StartTime~startTime=3 SchemaStorageConfig~schemaStorageConfig=10
T 26 s StartTime~startTime=3 EndTime~endTime=3
T 27 s ClientRequestToken~clientRequestToken/i=-
T 28 s Task~task=18
T 29 s StartTime~startTime=3 StopTime~stopTime=3
S databasemigrationservice DatabaseMigration DATABASE_MIGRATION_SERVICE dms dms json1.1 AmazonDMSv20160101 2016-01-01 upper -
E AccessDeniedFault=AccessDeniedException CollectorNotFoundFault=CollectorNotFoundException FailedDependencyFault=FailedDependencyException InsufficientResourceCapacityFault=InsufficientResourceCapacityException InvalidCertificateFault=InvalidCertificateException InvalidOperationFault=InvalidOperationException InvalidResourceStateFault=InvalidResourceStateException InvalidSubnet=InvalidSubnetException KMSAccessDeniedFault=KmsAccessDeniedException KMSDisabledFault=KmsDisabledException KMSFault=KmsException KMSInvalidStateFault=KmsInvalidStateException KMSKeyNotAccessibleFault=KmsKeyNotAccessibleException KMSNotFoundFault=KmsNotFoundException KMSThrottlingFault=KmsThrottlingException ReplicationSubnetGroupDoesNotCoverEnoughAZs=ReplicationSubnetGroupDoesNotCoverEnoughAZsException ResourceAlreadyExistsFault=ResourceAlreadyExistsException ResourceNotFoundFault=ResourceNotFoundException ResourceQuotaExceededFault=ResourceQuotaExceededException S3AccessDeniedFault=S3AccessDeniedException S3ResourceNotFoundFault=S3ResourceNotFoundException SNSInvalidTopicFault=SnsInvalidTopicException SNSNoAuthorizationFault=SnsNoAuthorizationException StorageQuotaExceededFault=StorageQuotaExceededException SubnetAlreadyInUse=SubnetAlreadyInUseException UpgradeDependencyFailureFault=UpgradeDependencyFailureException
O AddTagsToResource - -
O ApplyPendingMaintenanceAction - 1
O BatchStartRecommendations - -
O CancelMetadataModelConversion - 6
O CancelMetadataModelCreation - 9
O CancelReplicationTaskAssessmentRun - 10
O CreateDataMigration 12 16
O CreateDataProvider - 19
O CreateEndpoint - -
O CreateEventSubscription - -
O CreateFleetAdvisorCollector - -
O CreateInstanceProfile - 21
O CreateMigrationProject - 23
O CreateReplicationConfig - 25
O CreateReplicationInstance - 27
O CreateReplicationSubnetGroup - -
O CreateReplicationTask 29 30
O DeleteCertificate - 33
O DeleteConnection - -
O DeleteDataMigration - 36
O DeleteDataProvider - 37
O DeleteEndpoint - -
O DeleteEventSubscription - -
O DeleteFleetAdvisorCollector - -
O DeleteFleetAdvisorDatabases - -
O DeleteInstanceProfile - 38
O DeleteMigrationProject - 39
O DeleteReplicationConfig - 40
O DeleteReplicationInstance - 41
O DeleteReplicationSubnetGroup - -
O DeleteReplicationTask - 42
O DeleteReplicationTaskAssessmentRun - 43
O DescribeAccountAttributes - -
O DescribeApplicableIndividualAssessments - -
O DescribeCertificates - 44
O DescribeConnections - -
O DescribeConversionConfiguration - -
O DescribeDataMigrations - 46
O DescribeDataProviders - 48
O DescribeEndpointSettings - -
O DescribeEndpointTypes - -
O DescribeEndpoints - -
O DescribeEngineVersions - 50
O DescribeEventCategories - -
O DescribeEventSubscriptions - -
O DescribeEvents 53 54
O DescribeExtensionPackAssociations - 57
O DescribeFleetAdvisorCollectors - -
O DescribeFleetAdvisorDatabases - -
O DescribeFleetAdvisorLsaAnalysis - -
O DescribeFleetAdvisorSchemaObjectSummary - -
O DescribeFleetAdvisorSchemas - -
O DescribeInstanceProfiles - 59
O DescribeMetadataModel - -
O DescribeMetadataModelAssessments - 61
O DescribeMetadataModelChildren - -
O DescribeMetadataModelConversions - 62
O DescribeMetadataModelCreations - 63
O DescribeMetadataModelExportsAsScript - 64
O DescribeMetadataModelExportsToTarget - 65
O DescribeMetadataModelImports - 66
O DescribeMigrationProjects - 67
O DescribeOrderableReplicationInstances - -
O DescribePendingMaintenanceActions - 69
O DescribeRecommendationLimitations - -
O DescribeRecommendations - -
O DescribeRefreshSchemasStatus - 71
O DescribeReplicationConfigs - 73
O DescribeReplicationInstanceTaskLogs - -
O DescribeReplicationInstances - 75
O DescribeReplicationSubnetGroups - -
O DescribeReplicationTableStatistics - 77
O DescribeReplicationTaskAssessmentResults - 80
O DescribeReplicationTaskAssessmentRuns - 83
O DescribeReplicationTaskIndividualAssessments - 85
O DescribeReplicationTasks - 88
O DescribeReplications - 90
O DescribeSchemas - -
O DescribeTableStatistics - 97
O ExportMetadataModelAssessment - -
O GetTargetSelectionRules - -
O ImportCertificate 99 100
O ListTagsForResource - -
O ModifyConversionConfiguration - -
O ModifyDataMigration 101 102
O ModifyDataProvider - 103
O ModifyEndpoint - -
O ModifyEventSubscription - -
O ModifyInstanceProfile - 104
O ModifyMigrationProject - 105
O ModifyReplicationConfig - 106
O ModifyReplicationInstance - 107
O ModifyReplicationSubnetGroup - -
O ModifyReplicationTask 108 109
O MoveReplicationTask - 110
O RebootReplicationInstance - 111
O RefreshSchemas - 112
O ReloadReplicationTables - -
O ReloadTables - -
O RemoveTagsFromResource - -
O RunFleetAdvisorLsaAnalysis - -
O StartDataMigration - 113
O StartExtensionPackAssociation - -
O StartMetadataModelAssessment - -
O StartMetadataModelConversion - -
O StartMetadataModelCreation - -
O StartMetadataModelExportAsScript - -
O StartMetadataModelExportToTarget - -
O StartMetadataModelImport - -
O StartRecommendations - -
O StartReplication 114 115
O StartReplicationTask 116 117
O StartReplicationTaskAssessment - 118
O StartReplicationTaskAssessmentRun - 119
O StopDataMigration - 120
O StopReplication - 121
O StopReplicationTask - 122
O TestConnection - -
O UpdateSubscriptionsToEventBridge - -
T 1 s ResourcePendingMaintenanceActions=2
T 2 s PendingMaintenanceActionDetails=3
T 3 l 4
T 4 s AutoAppliedAfterDate=5 ForcedApplyDate=5 CurrentApplyDate=5
T 5 t -
T 6 s Request=7
T 7 s Error=8
T 8 s DefaultErrorDetails~defaultErrorDetails=-
T 9 s Request=7
T 10 s ReplicationTaskAssessmentRun=11
T 11 s ReplicationTaskAssessmentRunCreationDate=5
T 12 s SourceDataSettings=13
T 13 l 14
T 14 s CDCStartTime=15 CDCStopTime=15
T 15 t iso8601
T 16 s DataMigration=17
T 17 s DataMigrationCreateTime=15 DataMigrationStartTime=15 DataMigrationEndTime=15 SourceDataSettings=13 DataMigrationStatistics=18
T 18 s StartTime=15 StopTime=15
T 19 s DataProvider=20
T 20 s DataProviderCreationTime=15
T 21 s InstanceProfile=22
T 22 s InstanceProfileCreationTime=15
T 23 s MigrationProject=24
T 24 s MigrationProjectCreationTime=15
T 25 s ReplicationConfig=26
T 26 s ReplicationConfigCreateTime=5 ReplicationConfigUpdateTime=5
T 27 s ReplicationInstance=28
T 28 s InstanceCreateTime=5 FreeUntil=5
T 29 s CdcStartTime=5
T 30 s ReplicationTask=31
T 31 s ReplicationTaskCreationDate=5 ReplicationTaskStartDate=5 ReplicationTaskStats=32
T 32 s FreshStartDate=5 StartDate=5 StopDate=5 FullLoadStartDate=5 FullLoadFinishDate=5
T 33 s Certificate=34
T 34 s CertificateCreationDate=5 CertificateWallet=35 ValidFromDate=5 ValidToDate=5
T 35 b
T 36 s DataMigration=17
T 37 s DataProvider=20
T 38 s InstanceProfile=22
T 39 s MigrationProject=24
T 40 s ReplicationConfig=26
T 41 s ReplicationInstance=28
T 42 s ReplicationTask=31
T 43 s ReplicationTaskAssessmentRun=11
T 44 s Certificates=45
T 45 l 34
T 46 s DataMigrations=47
T 47 l 17
T 48 s DataProviders=49
T 49 l 20
T 50 s EngineVersions=51
T 51 l 52
T 52 s LaunchDate=5 AutoUpgradeDate=5 DeprecationDate=5 ForceUpgradeDate=5
T 53 s StartTime=5 EndTime=5
T 54 s Events=55
T 55 l 56
T 56 s Date=5
T 57 s Requests=58
T 58 l 7
T 59 s InstanceProfiles=60
T 60 l 22
T 61 s Requests=58
T 62 s Requests=58
T 63 s Requests=58
T 64 s Requests=58
T 65 s Requests=58
T 66 s Requests=58
T 67 s MigrationProjects=68
T 68 l 24
T 69 s PendingMaintenanceActions=70
T 70 l 2
T 71 s RefreshSchemasStatus=72
T 72 s LastRefreshDate=5
T 73 s ReplicationConfigs=74
T 74 l 26
T 75 s ReplicationInstances=76
T 76 l 28
T 77 s ReplicationTableStatistics=78
T 78 l 79
T 79 s FullLoadStartTime=5 FullLoadEndTime=5 LastUpdateTime=5
T 80 s ReplicationTaskAssessmentResults=81
T 81 l 82
T 82 s ReplicationTaskLastAssessmentDate=5
T 83 s ReplicationTaskAssessmentRuns=84
T 84 l 11
T 85 s ReplicationTaskIndividualAssessments=86
T 86 l 87
T 87 s ReplicationTaskIndividualAssessmentStartDate=5
T 88 s ReplicationTasks=89
T 89 l 31
T 90 s Replications=91
T 91 l 92
T 92 s ProvisionData=93 PremigrationAssessmentStatuses=94 ReplicationStats=96 CdcStartTime=5 ReplicationCreateTime=5 ReplicationUpdateTime=5 ReplicationLastStopTime=5 ReplicationDeprovisionTime=5
T 93 s DateProvisioned=5 DateNewProvisioningDataAvailable=5
T 94 l 95
T 95 s PremigrationAssessmentRunCreationDate=5
T 96 s FreshStartDate=5 StartDate=5 StopDate=5 FullLoadStartDate=5 FullLoadFinishDate=5
T 97 s TableStatistics=98
T 98 l 79
T 99 s CertificateWallet=35
T 100 s Certificate=34
T 101 s SourceDataSettings=13
T 102 s DataMigration=17
T 103 s DataProvider=20
T 104 s InstanceProfile=22
T 105 s MigrationProject=24
T 106 s ReplicationConfig=26
T 107 s ReplicationInstance=28
T 108 s CdcStartTime=5
T 109 s ReplicationTask=31
T 110 s ReplicationTask=31
T 111 s ReplicationInstance=28
T 112 s RefreshSchemasStatus=72
T 113 s DataMigration=17
T 114 s CdcStartTime=5
T 115 s Replication=92
T 116 s CdcStartTime=5
T 117 s ReplicationTask=31
T 118 s ReplicationTask=31
T 119 s ReplicationTaskAssessmentRun=11
T 120 s DataMigration=17
T 121 s Replication=92
T 122 s ReplicationTask=31
S directoryservice Directory DIRECTORY_SERVICE ds ds json1.1 DirectoryService_20150416 2015-04-16 upper -
E ADAssessmentLimitExceededException=AdAssessmentLimitExceededException AccessDeniedException AuthenticationFailedException CertificateAlreadyExistsException CertificateDoesNotExistException CertificateInUseException CertificateLimitExceededException ClientException DirectoryAlreadyInRegionException DirectoryAlreadySharedException DirectoryDoesNotExistException DirectoryInDesiredStateException DirectoryLimitExceededException DirectoryNotSharedException DirectoryUnavailableException DisableAlreadyInProgressException DomainControllerLimitExceededException EnableAlreadyInProgressException EntityAlreadyExistsException EntityDoesNotExistException IncompatibleSettingsException InsufficientPermissionsException InvalidCertificateException InvalidClientAuthStatusException InvalidLDAPSStatusException=InvalidLdapsStatusException InvalidNextTokenException InvalidParameterException InvalidPasswordException InvalidTargetException IpRouteLimitExceededException NoAvailableCertificateException OrganizationsException RegionLimitExceededException ServiceException ShareLimitExceededException SnapshotLimitExceededException TagLimitExceededException UnsupportedOperationException UnsupportedSettingsException UserDoesNotExistException
O AcceptSharedDirectory - 1
O AddIpRoutes - -
O AddRegion - -
O AddTagsToResource - -
O CancelSchemaExtension - -
O ConnectDirectory - -
O CreateAlias - -
O CreateComputer - -
O CreateConditionalForwarder - -
O CreateDirectory - -
O CreateHybridAD - -
O CreateLogSubscription - -
O CreateMicrosoftAD - -
O CreateSnapshot - -
O CreateTrust - -
O DeleteADAssessment - -
O DeleteConditionalForwarder - -
O DeleteDirectory - -
O DeleteLogSubscription - -
O DeleteSnapshot - -
O DeleteTrust - -
O DeregisterCertificate - -
O DeregisterEventTopic - -
O DescribeADAssessment - 5
O DescribeCAEnrollmentPolicy - 14
O DescribeCertificate - 15
O DescribeClientAuthenticationSettings - 19
O DescribeConditionalForwarders - -
O DescribeDirectories - 22
O DescribeDirectoryDataAccess - -
O DescribeDomainControllers - 26
O DescribeEventTopics - 29
O DescribeHybridADUpdate - 32
O DescribeLDAPSSettings - 37
O DescribeRegions - 40
O DescribeSettings - 44
O DescribeSharedDirectories - 49
O DescribeSnapshots - 51
O DescribeTrusts - 55
O DescribeUpdateDirectory - 58
O DisableCAEnrollmentPolicy - -
O DisableClientAuthentication - -
O DisableDirectoryDataAccess - -
O DisableLDAPS - -
O DisableRadius - -
O DisableSso - -
O EnableCAEnrollmentPolicy - -
O EnableClientAuthentication - -
O EnableDirectoryDataAccess - -
O EnableLDAPS - -
O EnableRadius - -
O EnableSso - -
O GetDirectoryLimits - -
O GetSnapshotLimits - -
O ListADAssessments - 61
O ListCertificates - 64
O ListIpRoutes - 67
O ListLogSubscriptions - 71
O ListSchemaExtensions - 75
O ListTagsForResource - -
O RegisterCertificate - -
O RegisterEventTopic - -
O RejectSharedDirectory - -
O RemoveIpRoutes - -
O RemoveRegion - -
O RemoveTagsFromResource - -
O ResetUserPassword - -
O RestoreFromSnapshot - -
O ShareDirectory - -
O StartADAssessment - -
O StartSchemaExtension - -
O UnshareDirectory - -
O UpdateConditionalForwarder - -
O UpdateDirectorySetup - -
O UpdateHybridAD - -
O UpdateNumberOfDomainControllers - -
O UpdateRadius - -
O UpdateSettings - -
O UpdateTrust - -
O VerifyTrust - -
T 1 s SharedDirectory=2
T 2 s CreatedDateTime=3 LastUpdatedDateTime=4
T 3 t -
T 4 t -
T 5 s Assessment=6 AssessmentReports=9
T 6 s StartTime=7 LastUpdateDateTime=8
T 7 t -
T 8 t -
T 9 l 10
T 10 s Validations=11
T 11 l 12
T 12 s StartTime=13 LastUpdateDateTime=13
T 13 t -
T 14 s LastUpdatedDateTime=4
T 15 s Certificate=16
T 16 s RegisteredDateTime=17 ExpiryDateTime=18
T 17 t -
T 18 t -
T 19 s ClientAuthenticationSettingsInfo=20
T 20 l 21
T 21 s LastUpdatedDateTime=4
T 22 s DirectoryDescriptions=23
T 23 l 24
T 24 s LaunchTime=25 StageLastUpdatedDateTime=4
T 25 t -
T 26 s DomainControllers=27
T 27 l 28
T 28 s LaunchTime=25 StatusLastUpdatedDateTime=4
T 29 s EventTopics=30
T 30 l 31
T 31 s CreatedDateTime=3
T 32 s UpdateActivities=33
T 33 s SelfManagedInstances=34 HybridAdministratorAccount=34
T 34 l 35
T 35 s StartTime=36 LastUpdatedDateTime=4
T 36 t -
T 37 s LDAPSSettingsInfo=38
T 38 l 39
T 39 s LastUpdatedDateTime=4
T 40 s RegionsDescription=41
T 41 l 42
T 42 s LaunchTime=25 StatusLastUpdatedDateTime=43 LastUpdatedDateTime=4
T 43 t -
T 44 s SettingEntries=45
T 45 l 46
T 46 s LastUpdatedDateTime=47 LastRequestedDateTime=48
T 47 t -
T 48 t -
T 49 s SharedDirectories=50
T 50 l 2
T 51 s Snapshots=52
T 52 l 53
T 53 s StartTime=54
T 54 t -
T 55 s Trusts=56
T 56 l 57
T 57 s CreatedDateTime=3 LastUpdatedDateTime=4 StateLastUpdatedDateTime=43
T 58 s UpdateActivities=59
T 59 l 60
T 60 s StartTime=36 LastUpdatedDateTime=4
T 61 s Assessments=62
T 62 l 63
T 63 s StartTime=7 LastUpdateDateTime=8
T 64 s CertificatesInfo=65
T 65 l 66
T 66 s ExpiryDateTime=18
T 67 s IpRoutesInfo=68
T 68 l 69
T 69 s AddedDateTime=70
T 70 t -
T 71 s LogSubscriptions=72
T 72 l 73
T 73 s SubscriptionCreatedDateTime=74
T 74 t -
T 75 s SchemaExtensionsInfo=76
T 76 l 77
T 77 s StartDateTime=36 EndDateTime=78
T 78 t -
S dynamodb DynamoDb DYNAMODB dynamodb dynamodb json1.0 DynamoDB_20120810 2012-08-10 upper -
E BackupInUseException BackupNotFoundException ConditionalCheckFailedException ContinuousBackupsUnavailableException DuplicateItemException ExportConflictException ExportNotFoundException GlobalTableAlreadyExistsException GlobalTableNotFoundException IdempotentParameterMismatchException ImportConflictException ImportNotFoundException IndexNotFoundException InternalServerError=InternalServerErrorException InvalidExportTimeException InvalidRestoreTimeException ItemCollectionSizeLimitExceededException LimitExceededException PointInTimeRecoveryUnavailableException PolicyNotFoundException ProvisionedThroughputExceededException ReplicaAlreadyExistsException ReplicaNotFoundException ReplicatedWriteConflictException RequestLimitExceeded=RequestLimitExceededException ResourceInUseException ResourceNotFoundException TableAlreadyExistsException TableInUseException TableNotFoundException ThrottlingException TransactionCanceledException TransactionConflictException TransactionInProgressException
O BatchExecuteStatement 1 10
O BatchGetItem 15 20
O BatchWriteItem 23 30
O CancelBulkOperation - -
O CreateBackup - 35
O CreateGlobalTable - 39
O CreateTable - 44
O DeleteBackup - 53
O DeleteItem 58 63
O DeleteResourcePolicy - -
O DeleteTable - 64
O DescribeBackup - 65
O DescribeBulkOperation - 66
O DescribeContinuousBackups - 70
O DescribeContributorInsights - 73
O DescribeEndpoints - -
O DescribeExport - 75
O DescribeGlobalTable - 84
O DescribeGlobalTableSettings - 85
O DescribeImport - 88
O DescribeKinesisStreamingDestination - -
O DescribeLimits - -
O DescribeTable - 92
O DescribeTableReplicaAutoScaling - -
O DescribeTimeToLive - -
O DisableKinesisStreamingDestination - -
O EnableKinesisStreamingDestination - -
O ExecuteStatement 93 94
O ExecuteTransaction 95 98
O ExportTableToPointInTime 101 102
O GetItem 103 104
O GetResourcePolicy - -
O ImportTable 105 106
O ListBackups 107 110
O ListBulkOperations - 113
O ListContributorInsights - -
O ListExports - -
O ListGlobalTables - -
O ListImports - 116
O ListTables - -
O ListTagsOfResource - -
O PutItem 119 120
O PutResourcePolicy - -
O Query 121 125
O RestoreTableFromBackup - 126
O RestoreTableToPointInTime 127 128
O Scan 129 130
O SearchVectors 131 133
O StartBulkPutItems 136 137
O TagResource - -
O TransactGetItems 138 142
O TransactWriteItems 143 150
O UntagResource - -
O UpdateContinuousBackups - 151
O UpdateContributorInsights - -
O UpdateGlobalTable - 152
O UpdateGlobalTableSettings - 153
O UpdateItem 154 157
O UpdateKinesisStreamingDestination - -
O UpdateTable - 158
O UpdateTableReplicaAutoScaling - -
O UpdateTimeToLive - -
T 1 s Statements=2
T 2 l 3
T 3 s Parameters=4
T 4 l 5
T 5 s B=6 BS=7 M=8 L=9
T 6 b
T 7 l 6
T 8 m 5
T 9 l 5
T 10 s Responses=11
T 11 l 12
T 12 s Error=13 Item=14
T 13 s Item=14
T 14 m 5
T 15 s RequestItems=16
T 16 m 17
T 17 s Keys=18
T 18 l 19
T 19 m 5
T 20 s Responses=21 UnprocessedKeys=16
T 21 m 22
T 22 l 14
T 23 s RequestItems=24
T 24 m 25
T 25 l 26
T 26 s PutRequest=27 DeleteRequest=29
T 27 s Item=28
T 28 m 5
T 29 s Key=19
T 30 s UnprocessedItems=24 ItemCollectionMetrics=31
T 31 m 32
T 32 l 33
T 33 s ItemCollectionKey=34
T 34 m 5
T 35 s BackupDetails=36
T 36 s BackupCreationDateTime=37 BackupExpiryDateTime=38
T 37 t -
T 38 t -
T 39 s GlobalTableDescription=40
T 40 s ReplicationGroup=41 CreationDateTime=38
T 41 l 42
T 42 s ReplicaInaccessibleDateTime=38 ReplicaTableClassSummary=43
T 43 s LastUpdateDateTime=38
T 44 s TableDescription=45
T 45 s CreationDateTime=38 ProvisionedThroughput=46 BillingModeSummary=47 GlobalSecondaryIndexes=48 Replicas=41 RestoreSummary=50 SSEDescription=51 ArchivalSummary=52 TableClassSummary=43
T 46 s LastIncreaseDateTime=38 LastDecreaseDateTime=38
T 47 s LastUpdateToPayPerRequestDateTime=38
T 48 l 49
T 49 s ProvisionedThroughput=46
T 50 s RestoreDateTime=38
T 51 s InaccessibleEncryptionDateTime=38
T 52 s ArchivalDateTime=38
T 53 s BackupDescription=54
T 54 s BackupDetails=36 SourceTableDetails=55 SourceTableFeatureDetails=57
T 55 s TableCreationDateTime=56
T 56 t -
T 57 s SSEDescription=51
T 58 s Key=19 Expected=59 ExpressionAttributeValues=62
T 59 m 60
T 60 s Value=5 AttributeValueList=61
T 61 l 5
T 62 m 5
T 63 s Attributes=14 ItemCollectionMetrics=33
T 64 s TableDescription=45
T 65 s BackupDescription=54
T 66 s BulkOperationDescription=67
T 67 s StartTime=68 EndTime=69
T 68 t -
T 69 t -
T 70 s ContinuousBackupsDescription=71
T 71 s PointInTimeRecoveryDescription=72
T 72 s EarliestRestorableDateTime=38 LatestRestorableDateTime=38
T 73 s LastUpdateDateTime=74
T 74 t -
T 75 s ExportDescription=76
T 76 s StartTime=77 EndTime=78 ExportTime=79 IncrementalExportSpecification=80 FilterSpecification=83
T 77 t -
T 78 t -
T 79 t -
T 80 s ExportFromTime=81 ExportToTime=82
T 81 t -
T 82 t -
T 83 s ExpressionAttributeValues=62
T 84 s GlobalTableDescription=40
T 85 s ReplicaSettings=86
T 86 l 87
T 87 s ReplicaBillingModeSummary=47 ReplicaTableClassSummary=43
T 88 s ImportTableDescription=89
T 89 s StartTime=90 EndTime=91
T 90 t -
T 91 t -
T 92 s Table=45
T 93 s Parameters=4
T 94 s Items=22 LastEvaluatedKey=19
T 95 s TransactStatements=96 ClientRequestToken/i=-
T 96 l 97
T 97 s Parameters=4
T 98 s Responses=99
T 99 l 100
T 100 s Item=14
T 101 s ExportTime=79 ClientToken/i=- IncrementalExportSpecification=80 FilterSpecification=83
T 102 s ExportDescription=76
T 103 s Key=19
T 104 s Item=14
T 105 s ClientToken/i=-
T 106 s ImportTableDescription=89
T 107 s TimeRangeLowerBound=108 TimeRangeUpperBound=109
T 108 t -
T 109 t -
T 110 s BackupSummaries=111
T 111 l 112
T 112 s BackupCreationDateTime=37 BackupExpiryDateTime=38
T 113 s BulkOperationsSummaryList=114
T 114 l 115
T 115 s StartTime=68 EndTime=69
T 116 s ImportSummaryList=117
T 117 l 118
T 118 s StartTime=90 EndTime=91
T 119 s Item=28 Expected=59 ExpressionAttributeValues=62
T 120 s Attributes=14 ItemCollectionMetrics=33
T 121 s KeyConditions=122 QueryFilter=124 ExclusiveStartKey=19 ExpressionAttributeValues=62
T 122 m 123
T 123 s AttributeValueList=61
T 124 m 123
T 125 s Items=22 LastEvaluatedKey=19
T 126 s TableDescription=45
T 127 s RestoreDateTime=38
T 128 s TableDescription=45
T 129 s ScanFilter=124 ExclusiveStartKey=19 ExpressionAttributeValues=62
T 130 s Items=22 LastEvaluatedKey=19
T 131 s ExpressionAttributeValues=62 SearchVector=132
T 132 l 5
T 133 s SearchResults=134
T 134 l 135
T 135 s Item=14
T 136 s ClientToken/i=-
T 137 s BulkOperationDescription=67
T 138 s TransactItems=139
T 139 l 140
T 140 s Get=141
T 141 s Key=19
T 142 s Responses=99
T 143 s TransactItems=144 ClientRequestToken/i=-
T 144 l 145
T 145 s ConditionCheck=146 Put=147 Delete=148 Update=149
T 146 s Key=19 ExpressionAttributeValues=62
T 147 s Item=28 ExpressionAttributeValues=62
T 148 s Key=19 ExpressionAttributeValues=62
T 149 s Key=19 ExpressionAttributeValues=62
T 150 s ItemCollectionMetrics=31
T 151 s ContinuousBackupsDescription=71
T 152 s GlobalTableDescription=40
T 153 s ReplicaSettings=86
T 154 s Key=19 AttributeUpdates=155 Expected=59 ExpressionAttributeValues=62
T 155 m 156
T 156 s Value=5
T 157 s Attributes=14 ItemCollectionMetrics=33
T 158 s TableDescription=45
S dynamodbstreams DynamoDbStreams DYNAMODB_STREAMS streams.dynamodb dynamodb json1.0 DynamoDBStreams_20120810 2012-08-10 upper -
E ExpiredIteratorException InternalServerError=InternalServerErrorException LimitExceededException ResourceNotFoundException TrimmedDataAccessException
O DescribeStream - 1
O GetRecords - 4
O GetShardIterator 14 -
O ListStreams - -
T 1 s StreamDescription=2
T 2 s CreationRequestDateTime=3
T 3 t -
T 4 s Records=5
T 5 l 6
T 6 s EventID~eventID=- EventName~eventName=- EventVersion~eventVersion=- EventSource~eventSource=- AwsRegion~awsRegion=- Dynamodb~dynamodb=7 UserIdentity~userIdentity=-
T 7 s ApproximateCreationDateTime=3 Keys=8 NewImage=8 OldImage=8
T 8 m 9
T 9 s B=10 BS=11 M=12 L=13
T 10 b
T 11 l 10
T 12 m 9
T 13 l 9
T 14 s Timestamp=15
T 15 t -
S ec2instanceconnect Ec2InstanceConnect EC2_INSTANCE_CONNECT ec2-instance-connect ec2-instance-connect json1.1 AWSEC2InstanceConnectService 2018-04-02 upper -
E AuthException EC2InstanceNotFoundException=Ec2InstanceNotFoundException EC2InstanceStateInvalidException=Ec2InstanceStateInvalidException EC2InstanceTypeInvalidException=Ec2InstanceTypeInvalidException EC2InstanceUnavailableException=Ec2InstanceUnavailableException InvalidArgsException SerialConsoleAccessDisabledException SerialConsoleSessionLimitExceededException SerialConsoleSessionUnavailableException SerialConsoleSessionUnsupportedException ServiceException ThrottlingException
O SendSSHPublicKey - -
O SendSerialConsoleSSHPublicKey - -
S ecr Ecr ECR api.ecr ecr json1.1 AmazonEC2ContainerRegistry_V20150921 2015-09-21 lower -
E BlockedByOrganizationPolicyException EmptyUploadException ExclusionAlreadyExistsException ExclusionNotFoundException ImageAlreadyExistsException ImageArchivedException ImageDigestDoesNotMatchException ImageNotFoundException ImageStorageClassUpdateNotSupportedException ImageTagAlreadyExistsException InvalidLayerException InvalidLayerPartException InvalidParameterException InvalidTagParameterException KmsException LayerAlreadyExistsException LayerInaccessibleException LayerPartTooSmallException LayersNotFoundException LifecyclePolicyNotFoundException LifecyclePolicyPreviewInProgressException LifecyclePolicyPreviewNotFoundException LimitExceededException PullThroughCacheRuleAlreadyExistsException PullThroughCacheRuleNotFoundException ReferencedImagesNotFoundException RegistryPolicyNotFoundException ReplicationBackfillInProgressException ReplicationBackfillInvalidStatusException ReplicationBackfillNotFoundException RepositoryAlreadyExistsException RepositoryNotEmptyException RepositoryNotFoundException RepositoryPolicyNotFoundException ScanNotFoundException SecretNotFoundException ServerException SigningConfigurationNotFoundException TemplateAlreadyExistsException TemplateNotFoundException TooManyTagsException UnableToAccessSecretException UnableToDecryptSecretValueException UnableToGetUpstreamImageException UnableToGetUpstreamLayerException UnableToListUpstreamImageReferrersException UnsupportedImageTypeException UnsupportedUpstreamRegistryException UploadNotFoundException ValidationException
O BatchCheckLayerAvailability - -
O BatchDeleteImage - -
O BatchGetImage - -
O BatchGetRepositoryScanningConfiguration - -
O CompleteLayerUpload - -
O CreatePullThroughCacheRule - 1
O CreateRepository 3 6
O CreateRepositoryCreationTemplate 8 9
O DeleteLifecyclePolicy - 12
O DeletePullThroughCacheRule - 14
O DeleteRegistryPolicy - -
O DeleteRepository - 15
O DeleteRepositoryCreationTemplate - 16
O DeleteRepositoryPolicy - -
O DeleteSigningConfiguration - -
O DeregisterPullTimeUpdateExclusion - -
O DescribeImageReplicationStatus - -
O DescribeImageScanFindings - 17
O DescribeImageSigningStatus - -
O DescribeImages - 30
O DescribePullThroughCacheRules - 38
O DescribeRegistry - -
O DescribeReplicationBackfillResults - 42
O DescribeRepositories - 43
O DescribeRepositoryCreationTemplates - 45
O GetAccountSetting - -
O GetAuthorizationToken - 47
O GetDownloadUrlForLayer - -
O GetLifecyclePolicy - 51
O GetLifecyclePolicyPreview - 52
O GetRegistryPolicy - -
O GetRegistryScanningConfiguration - -
O GetRepositoryPolicy - -
O GetSigningConfiguration - -
O InitiateLayerUpload - -
O ListImageReferrers - 55
O ListImages - -
O ListPullTimeUpdateExclusions - -
O ListReplicationBackfills - 59
O ListTagsForResource - 62
O PutAccountSetting - -
O PutImage - -
O PutImageScanningConfiguration - -
O PutImageTagMutability - -
O PutLifecyclePolicy - -
O PutRegistryPolicy - -
O PutRegistryScanningConfiguration - -
O PutReplicationConfiguration - -
O PutSigningConfiguration - -
O RegisterPullTimeUpdateExclusion - 63
O SetRepositoryPolicy - -
O StartImageScan - -
O StartLifecyclePolicyPreview - -
O StartReplicationBackfill - 64
O StopReplicationBackfill - 65
O TagResource 66 -
O UntagResource - -
O UpdateImageStorageClass - -
O UpdatePullThroughCacheRule - 67
O UpdateRepositoryCreationTemplate 68 69
O UploadLayerPart 70 -
O ValidatePullThroughCacheRule - -
T 1 s CreatedAt~createdAt=2
T 2 t -
T 3 s Tags~tags=4
T 4 l 5
T 5 s Key=- Value=-
T 6 s Repository~repository=7
T 7 s CreatedAt~createdAt=2
T 8 s ResourceTags~resourceTags=4
T 9 s RepositoryCreationTemplate~repositoryCreationTemplate=10
T 10 s ResourceTags~resourceTags=4 CreatedAt~createdAt=11 UpdatedAt~updatedAt=11
T 11 t -
T 12 s LastEvaluatedAt~lastEvaluatedAt=13
T 13 t -
T 14 s CreatedAt~createdAt=2
T 15 s Repository~repository=7
T 16 s RepositoryCreationTemplate~repositoryCreationTemplate=10
T 17 s ImageScanFindings~imageScanFindings=18
T 18 s ImageScanCompletedAt~imageScanCompletedAt=19 VulnerabilitySourceUpdatedAt~vulnerabilitySourceUpdatedAt=20 FindingSeverityCounts~findingSeverityCounts=21 EnhancedFindings~enhancedFindings=22
T 19 t -
T 20 t -
T 21 m -
T 22 l 23
T 23 s FirstObservedAt~firstObservedAt=11 LastObservedAt~lastObservedAt=11 PackageVulnerabilityDetails~packageVulnerabilityDetails=24 Resources~resources=25 UpdatedAt~updatedAt=11
T 24 s VendorCreatedAt~vendorCreatedAt=11 VendorUpdatedAt~vendorUpdatedAt=11
T 25 l 26
T 26 s Details~details=27 Tags~tags=29
T 27 s AwsEcrContainerImage~awsEcrContainerImage=28
T 28 s PushedAt~pushedAt=11 LastInUseAt~lastInUseAt=11
T 29 m -
T 30 s ImageDetails~imageDetails=31
T 31 l 32
T 32 s ImagePushedAt~imagePushedAt=33 ImageScanFindingsSummary~imageScanFindingsSummary=34 LastRecordedPullTime~lastRecordedPullTime=35 LastArchivedAt~lastArchivedAt=36 LastActivatedAt~lastActivatedAt=37
T 33 t -
T 34 s ImageScanCompletedAt~imageScanCompletedAt=19 VulnerabilitySourceUpdatedAt~vulnerabilitySourceUpdatedAt=20 FindingSeverityCounts~findingSeverityCounts=21
T 35 t -
T 36 t -
T 37 t -
T 38 s PullThroughCacheRules~pullThroughCacheRules=39
T 39 l 40
T 40 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=41
T 41 t -
T 42 s StartedAt~startedAt=11 EndedAt~endedAt=11
T 43 s Repositories~repositories=44
T 44 l 7
T 45 s RepositoryCreationTemplates~repositoryCreationTemplates=46
T 46 l 10
T 47 s AuthorizationData~authorizationData=48
T 48 l 49
T 49 s ExpiresAt~expiresAt=50
T 50 t -
T 51 s LastEvaluatedAt~lastEvaluatedAt=13
T 52 s PreviewResults~previewResults=53
T 53 l 54
T 54 s ImagePushedAt~imagePushedAt=33
T 55 s Referrers~referrers=56
T 56 l 57
T 57 s Annotations~annotations=58
T 58 m -
T 59 s Backfills~backfills=60
T 60 l 61
T 61 s StartedAt~startedAt=11 EndedAt~endedAt=11
T 62 s Tags~tags=4
T 63 s CreatedAt~createdAt=2
T 64 s StartedAt~startedAt=11
T 65 s StartedAt~startedAt=11
T 66 s Tags~tags=4
T 67 s UpdatedAt~updatedAt=41
T 68 s ResourceTags~resourceTags=4
T 69 s RepositoryCreationTemplate~repositoryCreationTemplate=10
T 70 s LayerPartBlob~layerPartBlob=71
T 71 b
S ecrpublic EcrPublic ECR_PUBLIC api.ecr-public ecr-public json1.1 SpencerFrontendService 2020-10-30 lower -
E EmptyUploadException ImageAlreadyExistsException ImageDigestDoesNotMatchException ImageNotFoundException ImageTagAlreadyExistsException InvalidLayerException InvalidLayerPartException InvalidParameterException InvalidTagParameterException LayerAlreadyExistsException LayerPartTooSmallException LayersNotFoundException LimitExceededException ReferencedImagesNotFoundException RegistryNotFoundException RepositoryAlreadyExistsException RepositoryCatalogDataNotFoundException RepositoryNotEmptyException RepositoryNotFoundException RepositoryPolicyNotFoundException ServerException TooManyTagsException UnsupportedCommandException UploadNotFoundException
O BatchCheckLayerAvailability - -
O BatchDeleteImage - -
O CompleteLayerUpload - -
O CreateRepository 1 6
O DeleteRepository - 9
O DeleteRepositoryPolicy - -
O DescribeImageTags - 10
O DescribeImages - 15
O DescribeRegistries - -
O DescribeRepositories - 18
O GetAuthorizationToken - 20
O GetRegistryCatalogData - -
O GetRepositoryCatalogData - -
O GetRepositoryPolicy - -
O InitiateLayerUpload - -
O ListTagsForResource - 23
O PutImage - -
O PutRegistryCatalogData - -
O PutRepositoryCatalogData 24 -
O SetRepositoryPolicy - -
O TagResource 25 -
O UntagResource - -
O UploadLayerPart 26 -
T 1 s CatalogData~catalogData=2 Tags~tags=4
T 2 s LogoImageBlob~logoImageBlob=3
T 3 b
T 4 l 5
T 5 s Key=- Value=-
T 6 s Repository~repository=7
T 7 s CreatedAt~createdAt=8
T 8 t -
T 9 s Repository~repository=7
T 10 s ImageTagDetails~imageTagDetails=11
T 11 l 12
T 12 s CreatedAt~createdAt=8 ImageDetail~imageDetail=13
T 13 s ImagePushedAt~imagePushedAt=14
T 14 t -
T 15 s ImageDetails~imageDetails=16
T 16 l 17
T 17 s ImagePushedAt~imagePushedAt=14
T 18 s Repositories~repositories=19
T 19 l 7
T 20 s AuthorizationData~authorizationData=21
T 21 s ExpiresAt~expiresAt=22
T 22 t -
T 23 s Tags~tags=4
T 24 s CatalogData~catalogData=2
T 25 s Tags~tags=4
T 26 s LayerPartBlob~layerPartBlob=27
T 27 b
S ecs Ecs ECS ecs ecs json1.1 AmazonEC2ContainerServiceV20141113 2014-11-13 lower -
E AccessDeniedException AttributeLimitExceededException BlockedException ClientException ClusterContainsCapacityProviderException ClusterContainsContainerInstancesException ClusterContainsServicesException ClusterContainsTasksException ClusterNotFoundException ConflictException DaemonNotActiveException DaemonNotFoundException GatewayNotFoundException InvalidParameterException LimitExceededException MissingVersionException NamespaceNotFoundException NoUpdateAvailableException PlatformTaskDefinitionIncompatibilityException PlatformUnknownException ResourceInUseException ResourceNotFoundException ServerException ServiceDeploymentNotFoundException ServiceNotActiveException ServiceNotFoundException TargetNotConnectedException TargetNotFoundException TaskSetNotFoundException UnsupportedFeatureException UpdateInProgressException
O AssociateGatewayWithCluster - -
O ContinueServiceDeployment - -
O CreateCapacityProvider - -
O CreateCluster - -
O CreateDaemon - 1
O CreateExpressGatewayService - 3
O CreateGateway 7 -
O CreateService 8 16
O CreateTaskSet - 24
O DeleteAccountSetting - -
O DeleteAttributes - -
O DeleteCapacityProvider - -
O DeleteCluster - -
O DeleteDaemon - 25
O DeleteDaemonTaskDefinition - -
O DeleteExpressGatewayService - 26
O DeleteGateway - -
O DeleteService - 27
O DeleteTaskDefinitions - 28
O DeleteTaskSet - 40
O DeregisterContainerInstance - 41
O DeregisterTaskDefinition - 46
O DescribeCapacityProviders - -
O DescribeClusters - -
O DescribeContainerInstances - 47
O DescribeDaemon - 49
O DescribeDaemonDeployments - 51
O DescribeDaemonRevisions - 55
O DescribeDaemonTaskDefinition - 58
O DescribeExpressGatewayService - 62
O DescribeGateway - 63
O DescribeGatewayResources - -
O DescribeGatewayRoute - -
O DescribeServiceDeployments - 65
O DescribeServiceRevisions - 71
O DescribeServices - 93
O DescribeTaskDefinition - 95
O DescribeTaskSets - 96
O DescribeTasks - 97
O DisassociateGatewayFromCluster - -
O DiscoverPollEndpoint - -
O ExecuteCommand - -
O GetTaskProtection - 104
O ListAccountSettings - -
O ListAttributes - -
O ListClusters - -
O ListContainerInstances - -
O ListDaemonDeployments 107 109
O ListDaemonTaskDefinitions - 112
O ListDaemons - 115
O ListGatewayClusterAssociations - -
O ListGatewayRoutes - -
O ListGateways - 118
O ListServiceDeployments 121 122
O ListServices - -
O ListServicesByNamespace - -
O ListTagsForResource - -
O ListTaskDefinitionFamilies - -
O ListTaskDefinitions - -
O ListTasks - -
O PutAccountSetting - -
O PutAccountSettingDefault - -
O PutAttributes - -
O PutClusterCapacityProviders - -
O RegisterContainerInstance - 125
O RegisterDaemonTaskDefinition 126 -
O RegisterTaskDefinition 127 128
O RunTask 129 130
O StartTask - 131
O StopServiceDeployment - -
O StopTask - 132
O SubmitAttachmentStateChanges - -
O SubmitContainerStateChange - -
O SubmitTaskStateChange 133 -
O TagResource - -
O UntagResource - -
O UpdateCapacityProvider - -
O UpdateCluster - -
O UpdateClusterSettings - -
O UpdateContainerAgent - 134
O UpdateContainerInstancesState - 135
O UpdateDaemon - 136
O UpdateExpressGatewayService - 137
O UpdateGateway - -
O UpdateService 139 140
O UpdateServicePrimaryTaskSet - 141
O UpdateTaskProtection - 142
O UpdateTaskSet - 143
T 1 s CreatedAt~createdAt=2
T 2 t -
T 3 s Service~service=4
T 4 s ActiveConfigurations~activeConfigurations=5 CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 5 l 6
T 6 s CreatedAt~createdAt=2
T 7 s ClientToken~clientToken/i=-
T 8 s DeploymentConfiguration~deploymentConfiguration=9 ServiceConnectConfiguration~serviceConnectConfiguration=13
T 9 s LifecycleHooks~lifecycleHooks=10
T 10 l 11
T 11 s HookDetails~hookDetails=12
T 12 d
T 13 s LogConfiguration~logConfiguration=14
T 14 s Options~options=15
T 15 m -
T 16 s Service~service=17
T 17 s DeploymentConfiguration~deploymentConfiguration=9 TaskSets~taskSets=18 Deployments~deployments=20 Events~events=22 CreatedAt~createdAt=2
T 18 l 19
T 19 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2 StabilityStatusAt~stabilityStatusAt=2
T 20 l 21
T 21 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2 ServiceConnectConfiguration~serviceConnectConfiguration=13
T 22 l 23
T 23 s CreatedAt~createdAt=2
T 24 s TaskSet~taskSet=19
T 25 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 26 s Service~service=4
T 27 s Service~service=17
T 28 s TaskDefinitions~taskDefinitions=29
T 29 l 30
T 30 s ContainerDefinitions~containerDefinitions=31 Volumes~volumes=36 RegisteredAt~registeredAt=2 DeregisteredAt~deregisteredAt=2 DeleteRequestedAt~deleteRequestedAt=2
T 31 l 32
T 32 s DockerLabels~dockerLabels=33 LogConfiguration~logConfiguration=14 FirelensConfiguration~firelensConfiguration=34
T 33 m -
T 34 s Options~options=35
T 35 m -
T 36 l 37
T 37 s DockerVolumeConfiguration~dockerVolumeConfiguration=38
T 38 s DriverOpts~driverOpts=39 Labels~labels=39
T 39 m -
T 40 s TaskSet~taskSet=19
T 41 s ContainerInstance~containerInstance=42
T 42 s RegisteredAt~registeredAt=2 HealthStatus~healthStatus=43
T 43 s Details~details=44
T 44 l 45
T 45 s LastUpdated~lastUpdated=2 LastStatusChange~lastStatusChange=2
T 46 s TaskDefinition~taskDefinition=30
T 47 s ContainerInstances~containerInstances=48
T 48 l 42
T 49 s Daemon~daemon=50
T 50 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 51 s DaemonDeployments~daemonDeployments=52
T 52 l 53
T 53 s Rollback~rollback=54 CreatedAt~createdAt=2 StartedAt~startedAt=2 StoppedAt~stoppedAt=2 FinishedAt~finishedAt=2
T 54 s StartedAt~startedAt=2
T 55 s DaemonRevisions~daemonRevisions=56
T 56 l 57
T 57 s CreatedAt~createdAt=2
T 58 s DaemonTaskDefinition~daemonTaskDefinition=59
T 59 s ContainerDefinitions~containerDefinitions=60 RegisteredAt~registeredAt=2 DeleteRequestedAt~deleteRequestedAt=2
T 60 l 61
T 61 s LogConfiguration~logConfiguration=14 FirelensConfiguration~firelensConfiguration=34
T 62 s Service~service=4
T 63 s Gateway~gateway=64
T 64 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 65 s ServiceDeployments~serviceDeployments=66
T 66 l 67
T 67 s CreatedAt~createdAt=2 StartedAt~startedAt=2 FinishedAt~finishedAt=2 StoppedAt~stoppedAt=2 UpdatedAt~updatedAt=2 LifecycleHookDetails~lifecycleHookDetails=68 DeploymentConfiguration~deploymentConfiguration=9 Rollback~rollback=70
T 68 l 69
T 69 s ExpiresAt~expiresAt=2
T 70 s StartedAt~startedAt=2
T 71 s ServiceRevisions~serviceRevisions=72
T 72 l 73
T 73 s ServiceConnectConfiguration~serviceConnectConfiguration=13 CreatedAt~createdAt=2 EcsManagedResources~ecsManagedResources=74
T 74 s IngressPaths~ingressPaths=75 AutoScaling~autoScaling=85 MetricAlarms~metricAlarms=89 ServiceSecurityGroups~serviceSecurityGroups=78 LogGroups~logGroups=91
T 75 l 76
T 76 s LoadBalancer~loadBalancer=77 LoadBalancerSecurityGroups~loadBalancerSecurityGroups=78 Certificate~certificate=80 Listener~listener=81 Rule~rule=82 TargetGroups~targetGroups=83
T 77 s UpdatedAt~updatedAt=2
T 78 l 79
T 79 s UpdatedAt~updatedAt=2
T 80 s UpdatedAt~updatedAt=2
T 81 s UpdatedAt~updatedAt=2
T 82 s UpdatedAt~updatedAt=2
T 83 l 84
T 84 s UpdatedAt~updatedAt=2
T 85 s ScalableTarget~scalableTarget=86 ApplicationAutoScalingPolicies~applicationAutoScalingPolicies=87
T 86 s UpdatedAt~updatedAt=2
T 87 l 88
T 88 s UpdatedAt~updatedAt=2
T 89 l 90
T 90 s UpdatedAt~updatedAt=2
T 91 l 92
T 92 s UpdatedAt~updatedAt=2
T 93 s Services~services=94
T 94 l 17
T 95 s TaskDefinition~taskDefinition=30
T 96 s TaskSets~taskSets=18
T 97 s Tasks~tasks=98
T 98 l 99
T 99 s ConnectivityAt~connectivityAt=2 Containers~containers=100 CreatedAt~createdAt=2 ExecutionStoppedAt~executionStoppedAt=2 PullStartedAt~pullStartedAt=2 PullStoppedAt~pullStoppedAt=2 StartedAt~startedAt=2 StoppedAt~stoppedAt=2 StoppingAt~stoppingAt=2
T 100 l 101
T 101 s ManagedAgents~managedAgents=102
T 102 l 103
T 103 s LastStartedAt~lastStartedAt=2
T 104 s ProtectedTasks~protectedTasks=105
T 105 l 106
T 106 s ExpirationDate~expirationDate=2
T 107 s CreatedAt~createdAt=108
T 108 s Before~before=2 After~after=2
T 109 s DaemonDeployments~daemonDeployments=110
T 110 l 111
T 111 s CreatedAt~createdAt=2 StartedAt~startedAt=2 StoppedAt~stoppedAt=2 FinishedAt~finishedAt=2
T 112 s DaemonTaskDefinitions~daemonTaskDefinitions=113
T 113 l 114
T 114 s RegisteredAt~registeredAt=2 DeleteRequestedAt~deleteRequestedAt=2
T 115 s DaemonSummariesList~daemonSummariesList=116
T 116 l 117
T 117 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 118 s Gateways~gateways=119
T 119 l 120
T 120 s CreatedAt~createdAt=2
T 121 s CreatedAt~createdAt=108
T 122 s ServiceDeployments~serviceDeployments=123
T 123 l 124
T 124 s StartedAt~startedAt=2 CreatedAt~createdAt=2 FinishedAt~finishedAt=2
T 125 s ContainerInstance~containerInstance=42
T 126 s ContainerDefinitions~containerDefinitions=60
T 127 s ContainerDefinitions~containerDefinitions=31 Volumes~volumes=36
T 128 s TaskDefinition~taskDefinition=30
T 129 s ClientToken~clientToken/i=-
T 130 s Tasks~tasks=98
T 131 s Tasks~tasks=98
T 132 s Task~task=99
T 133 s PullStartedAt~pullStartedAt=2 PullStoppedAt~pullStoppedAt=2 ExecutionStoppedAt~executionStoppedAt=2
T 134 s ContainerInstance~containerInstance=42
T 135 s ContainerInstances~containerInstances=48
T 136 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 137 s Service~service=138
T 138 s TargetConfiguration~targetConfiguration=6 CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 139 s DeploymentConfiguration~deploymentConfiguration=9 ServiceConnectConfiguration~serviceConnectConfiguration=13
T 140 s Service~service=17
T 141 s TaskSet~taskSet=19
T 142 s ProtectedTasks~protectedTasks=105
T 143 s TaskSet~taskSet=19
S emr Emr EMR elasticmapreduce elasticmapreduce json1.1 ElasticMapReduce 2009-03-31 upper -
E InternalServerError=InternalServerErrorException InternalServerException InvalidRequestException
O AddInstanceFleet - -
O AddInstanceGroups - -
O AddJobFlowSteps - -
O AddTags - -
O CancelSteps - -
O CreatePersistentAppUI - -
O CreateSecurityConfiguration - 1
O CreateStudio - -
O CreateStudioSessionMapping - -
O DeleteSecurityConfiguration - -
O DeleteStudio - -
O DeleteStudioSessionMapping - -
O DescribeCluster - 3
O DescribeJobFlows 7 8
O DescribeNotebookExecution - 18
O DescribePersistentAppUI - 20
O DescribeReleaseLabel - -
O DescribeSecurityConfiguration - 22
O DescribeStep - 23
O DescribeStudio - 27
O GetAutoTerminationPolicy - -
O GetBlockPublicAccessConfiguration - 29
O GetClusterSessionCredentials - 31
O GetManagedScalingPolicy - -
O GetOnClusterAppUIPresignedURL - -
O GetPersistentAppUIPresignedURL - -
O GetSession - 32
O GetSessionEndpoint - 34
O GetStudioSessionMapping - 35
O ListBootstrapActions - -
O ListClusters 37 38
O ListInstanceFleets - 41
O ListInstanceGroups - 46
O ListInstances - 51
O ListNotebookExecutions 56 57
O ListReleaseLabels - -
O ListSecurityConfigurations - 60
O ListSessions - 63
O ListSteps - 65
O ListStudioSessionMappings - 68
O ListStudios - 71
O ListSupportedInstanceTypes - -
O ModifyCluster - -
O ModifyInstanceFleet - -
O ModifyInstanceGroups - -
O PutAutoScalingPolicy - -
O PutAutoTerminationPolicy - -
O PutBlockPublicAccessConfiguration - -
O PutManagedScalingPolicy - -
O RemoveAutoScalingPolicy - -
O RemoveAutoTerminationPolicy - -
O RemoveManagedScalingPolicy - -
O RemoveTags - -
O RunJobFlow - -
O SetKeepJobFlowAliveWhenNoSteps - -
O SetTerminationProtection - -
O SetUnhealthyNodeReplacement - -
O SetVisibleToAllUsers - -
O StartNotebookExecution - -
O StartSession - -
O StopNotebookExecution - -
O TerminateJobFlows - -
O TerminateSession - -
O UpdateStudio - -
O UpdateStudioSessionMapping - -
T 1 s CreationDateTime=2
T 2 t -
T 3 s Cluster=4
T 4 s Status=5
T 5 s Timeline=6
T 6 s CreationDateTime=2 ReadyDateTime=2 EndDateTime=2
T 7 s CreatedAfter=2 CreatedBefore=2
T 8 s JobFlows=9
T 9 l 10
T 10 s ExecutionStatusDetail=11 Instances=12 Steps=15
T 11 s CreationDateTime=2 StartDateTime=2 ReadyDateTime=2 EndDateTime=2
T 12 s InstanceGroups=13
T 13 l 14
T 14 s CreationDateTime=2 StartDateTime=2 ReadyDateTime=2 EndDateTime=2
T 15 l 16
T 16 s ExecutionStatusDetail=17
T 17 s CreationDateTime=2 StartDateTime=2 EndDateTime=2
T 18 s NotebookExecution=19
T 19 s StartTime=2 EndTime=2
T 20 s PersistentAppUI=21
T 21 s CreationTime=2 LastModifiedTime=2
T 22 s CreationDateTime=2
T 23 s Step=24
T 24 s Status=25
T 25 s Timeline=26
T 26 s CreationDateTime=2 StartDateTime=2 EndDateTime=2
T 27 s Studio=28
T 28 s CreationTime=2
T 29 s BlockPublicAccessConfigurationMetadata=30
T 30 s CreationDateTime=2
T 31 s ExpiresAt=2
T 32 s Session=33
T 33 s CreatedAt=2 UpdatedAt=2 StartedAt=2 EndedAt=2 IdleSince=2
T 34 s AuthTokenExpirationTime=2
T 35 s SessionMapping=36
T 36 s CreationTime=2 LastModifiedTime=2
T 37 s CreatedAfter=2 CreatedBefore=2
T 38 s Clusters=39
T 39 l 40
T 40 s Status=5
T 41 s InstanceFleets=42
T 42 l 43
T 43 s Status=44
T 44 s Timeline=45
T 45 s CreationDateTime=2 ReadyDateTime=2 EndDateTime=2
T 46 s InstanceGroups=47
T 47 l 48
T 48 s Status=49
T 49 s Timeline=50
T 50 s CreationDateTime=2 ReadyDateTime=2 EndDateTime=2
T 51 s Instances=52
T 52 l 53
T 53 s Status=54
T 54 s Timeline=55
T 55 s CreationDateTime=2 ReadyDateTime=2 EndDateTime=2
T 56 s From=2 To=2
T 57 s NotebookExecutions=58
T 58 l 59
T 59 s StartTime=2 EndTime=2
T 60 s SecurityConfigurations=61
T 61 l 62
T 62 s CreationDateTime=2
T 63 s Sessions=64
T 64 l 33
T 65 s Steps=66
T 66 l 67
T 67 s Status=25
T 68 s SessionMappings=69
T 69 l 70
T 70 s CreationTime=2
T 71 s Studios=72
T 72 l 73
T 73 s CreationTime=2
S eventbridge EventBridge EVENTBRIDGE events events json1.1 AWSEvents 2015-10-07 upper -
E AccessDeniedException ConcurrentModificationException IllegalStatusException InternalException InvalidEventPatternException InvalidStateException LimitExceededException ManagedRuleException OperationDisabledException PolicyLengthExceededException ResourceAlreadyExistsException ResourceNotFoundException ThrottlingException
O ActivateEventSource - -
O CancelReplay - -
O CreateApiDestination - 1
O CreateArchive - 3
O CreateConnection - 4
O CreateEndpoint - -
O CreateEventBus - -
O CreatePartnerEventSource - -
O DeactivateEventSource - -
O DeauthorizeConnection - 5
O DeleteApiDestination - -
O DeleteArchive - -
O DeleteConnection - 6
O DeleteEndpoint - -
O DeleteEventBus - -
O DeletePartnerEventSource - -
O DeleteRule - -
O DescribeApiDestination - 7
O DescribeArchive - 8
O DescribeConnection - 9
O DescribeEndpoint - 10
O DescribeEventBus - 11
O DescribeEventSource - 12
O DescribePartnerEventSource - -
O DescribeReplay - 13
O DescribeRule - -
O DisableRule - -
O EnableRule - -
O ListApiDestinations - 14
O ListArchives - 17
O ListConnections - 20
O ListEndpoints - 23
O ListEventBuses - 26
O ListEventSources - 29
O ListPartnerEventSourceAccounts - 32
O ListPartnerEventSources - -
O ListReplays - 35
O ListRuleNamesByTarget - -
O ListRules - -
O ListTagsForResource - -
O ListTargetsByRule - 38
O PutEvents 49 -
O PutPartnerEvents 53 -
O PutPermission - -
O PutRule - -
O PutTargets 56 -
O RemovePermission - -
O RemoveTargets - -
O StartReplay 57 58
O TagResource - -
O TestEventPattern - -
O UntagResource - -
O UpdateApiDestination - 59
O UpdateArchive - 60
O UpdateConnection - 61
O UpdateEndpoint - -
O UpdateEventBus - -
T 1 s CreationTime=2 LastModifiedTime=2
T 2 t -
T 3 s CreationTime=2
T 4 s CreationTime=2 LastModifiedTime=2
T 5 s CreationTime=2 LastModifiedTime=2 LastAuthorizedTime=2
T 6 s CreationTime=2 LastModifiedTime=2 LastAuthorizedTime=2
T 7 s CreationTime=2 LastModifiedTime=2
T 8 s CreationTime=2
T 9 s CreationTime=2 LastModifiedTime=2 LastAuthorizedTime=2
T 10 s CreationTime=2 LastModifiedTime=2
T 11 s CreationTime=2 LastModifiedTime=2
T 12 s CreationTime=2 ExpirationTime=2
T 13 s EventStartTime=2 EventEndTime=2 EventLastReplayedTime=2 ReplayStartTime=2 ReplayEndTime=2
T 14 s ApiDestinations=15
T 15 l 16
T 16 s CreationTime=2 LastModifiedTime=2
T 17 s Archives=18
T 18 l 19
T 19 s CreationTime=2
T 20 s Connections=21
T 21 l 22
T 22 s CreationTime=2 LastModifiedTime=2 LastAuthorizedTime=2
T 23 s Endpoints=24
T 24 l 25
T 25 s CreationTime=2 LastModifiedTime=2
T 26 s EventBuses=27
T 27 l 28
T 28 s CreationTime=2 LastModifiedTime=2
T 29 s EventSources=30
T 30 l 31
T 31 s CreationTime=2 ExpirationTime=2
T 32 s PartnerEventSourceAccounts=33
T 33 l 34
T 34 s CreationTime=2 ExpirationTime=2
T 35 s Replays=36
T 36 l 37
T 37 s EventStartTime=2 EventEndTime=2 EventLastReplayedTime=2 ReplayStartTime=2 ReplayEndTime=2
T 38 s Targets=39
T 39 l 40
T 40 s EcsParameters=41
T 41 s NetworkConfiguration=42 CapacityProviderStrategy=43 PlacementConstraints=45 PlacementStrategy=47
T 42 s AwsvpcConfiguration~awsvpcConfiguration=-
T 43 l 44
T 44 s CapacityProvider~capacityProvider=- Weight~weight=- Base~base=-
T 45 l 46
T 46 s Type~type=- Expression~expression=-
T 47 l 48
T 48 s Type~type=- Field~field=-
T 49 s Entries=50
T 50 l 51
T 51 s Time=52
T 52 t -
T 53 s Entries=54
T 54 l 55
T 55 s Time=52
T 56 s Targets=39
T 57 s EventStartTime=2 EventEndTime=2
T 58 s ReplayStartTime=2
T 59 s CreationTime=2 LastModifiedTime=2
T 60 s CreationTime=2
T 61 s CreationTime=2 LastModifiedTime=2 LastAuthorizedTime=2
S evs Evs EVS evs evs json1.0 AmazonElasticVMwareService 2023-07-27 lower -
E InternalServerException ResourceNotFoundException ServiceQuotaExceededException TagPolicyException ThrottlingException TooManyTagsException ValidationException
O AssociateEipToVlan 1 2
O CreateEntitlement 5 6
O CreateEnvironment 9 11
O CreateEnvironmentConnector 15 16
O CreateEnvironmentHost 20 21
O DeleteEntitlement 24 25
O DeleteEnvironment 26 27
O DeleteEnvironmentConnector 28 29
O DeleteEnvironmentHost 30 31
O DisassociateEipFromVlan 32 33
O GetAccountSettings - -
O GetDepotUrl - -
O GetEnvironment - 34
O GetVersions - -
O ListEnvironmentConnectors - 35
O ListEnvironmentHosts - 37
O ListEnvironmentVlans - 39
O ListEnvironments - 41
O ListTagsForResource - 43
O ListVmEntitlements - 45
O PutAccountSettings - -
O TagResource 46 -
O UntagResource - -
O UpdateEnvironmentConnector 47 48
T 1 s ClientToken~clientToken/i=-
T 2 s Vlan~vlan=3
T 3 s CreatedAt~createdAt=4 ModifiedAt~modifiedAt=4
T 4 t -
T 5 s ClientToken~clientToken/i=-
T 6 s Entitlements~entitlements=7
T 7 l 8
T 8 s LastSyncedAt~lastSyncedAt=4 StartedAt~startedAt=4 StoppedAt~stoppedAt=4
T 9 s ClientToken~clientToken/i=- Tags~tags=10
T 10 m -
T 11 s Environment~environment=12
T 12 s CreatedAt~createdAt=4 ModifiedAt~modifiedAt=4 Checks~checks=13
T 13 l 14
T 14 s ImpairedSince~impairedSince=4
T 15 s ClientToken~clientToken/i=-
T 16 s Connector~connector=17
T 17 s Checks~checks=18 CreatedAt~createdAt=4 ModifiedAt~modifiedAt=4
T 18 l 19
T 19 s LastCheckAttempt~lastCheckAttempt=4 ImpairedSince~impairedSince=4
T 20 s ClientToken~clientToken/i=-
T 21 s EnvironmentSummary~environmentSummary=22 Host~host=23
T 22 s CreatedAt~createdAt=4 ModifiedAt~modifiedAt=4
T 23 s CreatedAt~createdAt=4 ModifiedAt~modifiedAt=4
T 24 s ClientToken~clientToken/i=-
T 25 s Entitlements~entitlements=7
T 26 s ClientToken~clientToken/i=-
T 27 s Environment~environment=12
T 28 s ClientToken~clientToken/i=-
T 29 s Connector~connector=17 EnvironmentSummary~environmentSummary=22
T 30 s ClientToken~clientToken/i=-
T 31 s EnvironmentSummary~environmentSummary=22 Host~host=23
T 32 s ClientToken~clientToken/i=-
T 33 s Vlan~vlan=3
T 34 s Environment~environment=12
T 35 s Connectors~connectors=36
T 36 l 17
T 37 s EnvironmentHosts~environmentHosts=38
T 38 l 23
T 39 s EnvironmentVlans~environmentVlans=40
T 40 l 3
T 41 s EnvironmentSummaries~environmentSummaries=42
T 42 l 22
T 43 s Tags~tags=44
T 44 m -
T 45 s Entitlements~entitlements=7
T 46 s Tags~tags=10
T 47 s ClientToken~clientToken/i=-
T 48 s Connector~connector=17
S firehose Firehose FIREHOSE firehose firehose json1.1 Firehose_20150804 2015-08-04 upper -
E ConcurrentModificationException InvalidArgumentException InvalidKMSResourceException=InvalidKmsResourceException InvalidSourceException LimitExceededException ResourceInUseException ResourceNotFoundException ServiceUnavailableException
O CreateDeliveryStream 1 -
O DeleteDeliveryStream - -
O DescribeDeliveryStream - 4
O ListDeliveryStreams - -
O ListTagsForDeliveryStream - -
O PutRecord 14 -
O PutRecordBatch 17 -
O StartDeliveryStreamEncryption - -
O StopDeliveryStreamEncryption - -
O TagDeliveryStream - -
O UntagDeliveryStream - -
O UpdateDestination - -
T 1 s MSKSourceConfiguration=2
T 2 s ReadFromTimestamp=3
T 3 t -
T 4 s DeliveryStreamDescription=5
T 5 s CreateTimestamp=6 LastUpdateTimestamp=6 Source=7
T 6 t -
T 7 s KinesisStreamSourceDescription=8 MSKSourceDescription=10 DatabaseSourceDescription=11
T 8 s DeliveryStartTimestamp=9
T 9 t -
T 10 s DeliveryStartTimestamp=9 ReadFromTimestamp=3
T 11 s SnapshotInfo=12
T 12 l 13
T 13 s RequestTimestamp=6
T 14 s Record=15
T 15 s Data=16
T 16 b
T 17 s Records=18
T 18 l 15
S fms Fms FMS fms fms json1.1 AWSFMS_20180101 2018-01-01 upper -
E InternalErrorException InvalidInputException InvalidOperationException InvalidTypeException LimitExceededException ResourceNotFoundException
O AssociateAdminAccount - -
O AssociateThirdPartyFirewall - -
O BatchAssociateResource - -
O BatchDisassociateResource - -
O DeleteAppsList - -
O DeleteNotificationChannel - -
O DeletePolicy - -
O DeleteProtocolsList - -
O DeleteResourceSet - -
O DisassociateAdminAccount - -
O DisassociateThirdPartyFirewall - -
O GetAdminAccount - -
O GetAdminScope - -
O GetAppsList - 1
O GetComplianceDetail - 4
O GetNotificationChannel - -
O GetPolicy - -
O GetProtectionStatus 6 -
O GetProtocolsList - 7
O GetResourceSet - 9
O GetThirdPartyFirewallAssociationStatus - -
O GetViolationDetails - -
O ListAdminAccountsForOrganization - -
O ListAdminsManagingAccount - -
O ListAppsLists - -
O ListComplianceStatus - 11
O ListDiscoveredResources - -
O ListMemberAccounts - -
O ListPolicies - -
O ListProtocolsLists - -
O ListResourceSetResources - -
O ListResourceSets - 14
O ListTagsForResource - -
O ListThirdPartyFirewallFirewallPolicies - -
O PutAdminAccount - -
O PutAppsList 17 18
O PutNotificationChannel - -
O PutPolicy - -
O PutProtocolsList 19 20
O PutResourceSet 21 22
O TagResource - -
O UntagResource - -
T 1 s AppsList=2
T 2 s CreateTime=3 LastUpdateTime=3
T 3 t -
T 4 s PolicyComplianceDetail=5
T 5 s ExpiredAt=3
T 6 s StartTime=3 EndTime=3
T 7 s ProtocolsList=8
T 8 s CreateTime=3 LastUpdateTime=3
T 9 s ResourceSet=10
T 10 s LastUpdateTime=3
T 11 s PolicyComplianceStatusList=12
T 12 l 13
T 13 s LastUpdated=3
T 14 s ResourceSets=15
T 15 l 16
T 16 s LastUpdateTime=3
T 17 s AppsList=2
T 18 s AppsList=2
T 19 s ProtocolsList=8
T 20 s ProtocolsList=8
T 21 s ResourceSet=10
T 22 s ResourceSet=10
S forecast Forecast FORECAST forecast forecast json1.1 AmazonForecast 2018-06-26 upper -
E InvalidInputException InvalidNextTokenException LimitExceededException ResourceAlreadyExistsException ResourceInUseException ResourceNotFoundException
O CreateAutoPredictor - -
O CreateDataset - -
O CreateDatasetGroup - -
O CreateDatasetImportJob - -
O CreateExplainability - -
O CreateExplainabilityExport - -
O CreateForecast - -
O CreateForecastExportJob - -
O CreateMonitor - -
O CreatePredictor - -
O CreatePredictorBacktestExportJob - -
O CreateWhatIfAnalysis - -
O CreateWhatIfForecast - -
O CreateWhatIfForecastExport - -
O DeleteDataset - -
O DeleteDatasetGroup - -
O DeleteDatasetImportJob - -
O DeleteExplainability - -
O DeleteExplainabilityExport - -
O DeleteForecast - -
O DeleteForecastExportJob - -
O DeleteMonitor - -
O DeletePredictor - -
O DeletePredictorBacktestExportJob - -
O DeleteResourceTree - -
O DeleteWhatIfAnalysis - -
O DeleteWhatIfForecast - -
O DeleteWhatIfForecastExport - -
O DescribeAutoPredictor - 1
O DescribeDataset - 3
O DescribeDatasetGroup - 4
O DescribeDatasetImportJob - 5
O DescribeExplainability - 6
O DescribeExplainabilityExport - 7
O DescribeForecast - 8
O DescribeForecastExportJob - 9
O DescribeMonitor - 10
O DescribePredictor - 11
O DescribePredictorBacktestExportJob - 17
O DescribeWhatIfAnalysis - 18
O DescribeWhatIfForecast - 19
O DescribeWhatIfForecastExport - 20
O GetAccuracyMetrics - 21
O ListDatasetGroups - 26
O ListDatasetImportJobs - 29
O ListDatasets - 32
O ListExplainabilities - 35
O ListExplainabilityExports - 38
O ListForecastExportJobs - 41
O ListForecasts - 44
O ListMonitorEvaluations - 47
O ListMonitors - 51
O ListPredictorBacktestExportJobs - 54
O ListPredictors - 57
O ListTagsForResource - -
O ListWhatIfAnalyses - 60
O ListWhatIfForecastExports - 63
O ListWhatIfForecasts - 66
O ResumeResource - -
O StopResource - -
O TagResource - -
O UntagResource - -
O UpdateDatasetGroup - -
T 1 s CreationTime=2 LastModificationTime=2
T 2 t -
T 3 s CreationTime=2 LastModificationTime=2
T 4 s CreationTime=2 LastModificationTime=2
T 5 s CreationTime=2 LastModificationTime=2
T 6 s CreationTime=2 LastModificationTime=2
T 7 s CreationTime=2 LastModificationTime=2
T 8 s CreationTime=2 LastModificationTime=2
T 9 s CreationTime=2 LastModificationTime=2
T 10 s LastEvaluationTime=2 CreationTime=2 LastModificationTime=2
T 11 s PredictorExecutionDetails=12 CreationTime=2 LastModificationTime=2
T 12 s PredictorExecutions=13
T 13 l 14
T 14 s TestWindows=15
T 15 l 16
T 16 s TestWindowStart=2 TestWindowEnd=2
T 17 s CreationTime=2 LastModificationTime=2
T 18 s CreationTime=2 LastModificationTime=2
T 19 s CreationTime=2 LastModificationTime=2
T 20 s CreationTime=2 LastModificationTime=2
T 21 s PredictorEvaluationResults=22
T 22 l 23
T 23 s TestWindows=24
T 24 l 25
T 25 s TestWindowStart=2 TestWindowEnd=2
T 26 s DatasetGroups=27
T 27 l 28
T 28 s CreationTime=2 LastModificationTime=2
T 29 s DatasetImportJobs=30
T 30 l 31
T 31 s CreationTime=2 LastModificationTime=2
T 32 s Datasets=33
T 33 l 34
T 34 s CreationTime=2 LastModificationTime=2
T 35 s Explainabilities=36
T 36 l 37
T 37 s CreationTime=2 LastModificationTime=2
T 38 s ExplainabilityExports=39
T 39 l 40
T 40 s CreationTime=2 LastModificationTime=2
T 41 s ForecastExportJobs=42
T 42 l 43
T 43 s CreationTime=2 LastModificationTime=2
T 44 s Forecasts=45
T 45 l 46
T 46 s CreationTime=2 LastModificationTime=2
T 47 s PredictorMonitorEvaluations=48
T 48 l 49
T 49 s EvaluationTime=2 WindowStartDatetime=2 WindowEndDatetime=2 PredictorEvent=50
T 50 s Datetime=2
T 51 s Monitors=52
T 52 l 53
T 53 s CreationTime=2 LastModificationTime=2
T 54 s PredictorBacktestExportJobs=55
T 55 l 56
T 56 s CreationTime=2 LastModificationTime=2
T 57 s Predictors=58
T 58 l 59
T 59 s CreationTime=2 LastModificationTime=2
T 60 s WhatIfAnalyses=61
T 61 l 62
T 62 s CreationTime=2 LastModificationTime=2
T 63 s WhatIfForecastExports=64
T 64 l 65
T 65 s CreationTime=2 LastModificationTime=2
T 66 s WhatIfForecasts=67
T 67 l 68
T 68 s CreationTime=2 LastModificationTime=2
S forecastquery Forecastquery FORECASTQUERY forecastquery forecast json1.1 AmazonForecastRuntime 2018-06-26 upper -
E InvalidInputException InvalidNextTokenException LimitExceededException ResourceInUseException ResourceNotFoundException
O QueryForecast - -
O QueryWhatIfForecast - -
S frauddetector FraudDetector FRAUDDETECTOR frauddetector frauddetector json1.1 AWSHawksNestServiceFacade 2019-11-15 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ResourceUnavailableException ThrottlingException ValidationException
O BatchCreateVariable - -
O BatchGetVariable - -
O CancelBatchImportJob - -
O CancelBatchPredictionJob - -
O CreateBatchImportJob - -
O CreateBatchPredictionJob - -
O CreateDetectorVersion - -
O CreateList - -
O CreateModel - -
O CreateModelVersion 1 -
O CreateRule - -
O CreateVariable - -
O DeleteBatchImportJob - -
O DeleteBatchPredictionJob - -
O DeleteDetector - -
O DeleteDetectorVersion - -
O DeleteEntityType - -
O DeleteEvent - -
O DeleteEventType - -
O DeleteEventsByEventType - -
O DeleteExternalModel - -
O DeleteLabel - -
O DeleteList - -
O DeleteModel - -
O DeleteModelVersion - -
O DeleteOutcome - -
O DeleteRule - -
O DeleteVariable - -
O DescribeDetector - -
O DescribeModelVersions - 5
O GetBatchImportJobs - -
O GetBatchPredictionJobs - -
O GetDeleteEventsByEventTypeStatus - -
O GetDetectorVersion - -
O GetDetectors - -
O GetEntityTypes - -
O GetEvent - 8
O GetEventPrediction 11 16
O GetEventPredictionMetadata - 23
O GetEventTypes - -
O GetExternalModels - 27
O GetKMSEncryptionKey - -
O GetLabels - -
O GetListElements - -
O GetListsMetadata - -
O GetModelVersion - 33
O GetModels - -
O GetOutcomes - -
O GetRules - -
O GetVariables - -
O ListEventPredictions - -
O ListTagsForResource - -
O PutDetector - -
O PutEntityType - -
O PutEventType - -
O PutExternalModel 34 -
O PutKMSEncryptionKey - -
O PutLabel - -
O PutOutcome - -
O SendEvent 35 -
O TagResource - -
O UntagResource - -
O UpdateDetectorVersion - -
O UpdateDetectorVersionMetadata - -
O UpdateDetectorVersionStatus - -
O UpdateEventLabel - -
O UpdateList - -
O UpdateModel - -
O UpdateModelVersion - -
O UpdateModelVersionStatus - -
O UpdateRuleMetadata - -
O UpdateRuleVersion - -
O UpdateVariable - -
T 1 s TrainingDataSchema~trainingDataSchema=2
T 2 s LabelSchema~labelSchema=3
T 3 s LabelMapper~labelMapper=4
T 4 m -
T 5 s ModelVersionDetails~modelVersionDetails=6
T 6 l 7
T 7 s TrainingDataSchema~trainingDataSchema=2
T 8 s Event~event=9
T 9 s EventVariables~eventVariables=10
T 10 m -
T 11 s EventVariables~eventVariables=12 ExternalModelEndpointDataBlobs~externalModelEndpointDataBlobs=13
T 12 m -
T 13 m 14
T 14 s ByteBuffer~byteBuffer=15
T 15 b
T 16 s ModelScores~modelScores=17 ExternalModelOutputs~externalModelOutputs=20
T 17 l 18
T 18 s Scores~scores=19
T 19 m -
T 20 l 21
T 21 s Outputs~outputs=22
T 22 m -
T 23 s EvaluatedExternalModels~evaluatedExternalModels=24
T 24 l 25
T 25 s InputVariables~inputVariables=26 OutputVariables~outputVariables=26
T 26 m -
T 27 s ExternalModels~externalModels=28
T 28 l 29
T 29 s OutputConfiguration~outputConfiguration=30
T 30 s JsonKeyToVariableMap~jsonKeyToVariableMap=31 CsvIndexToVariableMap~csvIndexToVariableMap=32
T 31 m -
T 32 m -
T 33 s TrainingDataSchema~trainingDataSchema=2
T 34 s OutputConfiguration~outputConfiguration=30
T 35 s EventVariables~eventVariables=12
S freetier FreeTier FREETIER freetier freetier json1.0 AWSFreeTierService 2023-09-07 lower freetier.us-east-1.api.aws@us-east-1
E AccessDeniedException InternalServerException ResourceNotFoundException ThrottlingException ValidationException
O GetAccountActivity - 1
O GetAccountPlanState - 3
O GetFreeTierUsage 4 -
O ListAccountActivities - -
O UpgradeAccountPlan - -
T 1 s ExpiresAt~expiresAt=2 StartedAt~startedAt=2 CompletedAt~completedAt=2
T 2 t iso8601
T 3 s AccountPlanExpirationDate~accountPlanExpirationDate=2
T 4 s Filter~filter=5
T 5 s Or=6 And=6 Not=5 Dimensions=7
T 6 l 5
T 7 s Key=- Values=- MatchOptions=-
S fsx FSx FSX fsx fsx json1.1 AWSSimbaAPIService_v20180301 2018-03-01 upper -
E AccessPointAlreadyOwnedByYou=AccessPointAlreadyOwnedByYouException ActiveDirectoryError=ActiveDirectoryErrorException BackupBeingCopied=BackupBeingCopiedException BackupInProgress=BackupInProgressException BackupNotFound=BackupNotFoundException BackupRestoring=BackupRestoringException BadRequest=BadRequestException DataRepositoryAssociationNotFound=DataRepositoryAssociationNotFoundException DataRepositoryTaskEnded=DataRepositoryTaskEndedException DataRepositoryTaskExecuting=DataRepositoryTaskExecutingException DataRepositoryTaskNotFound=DataRepositoryTaskNotFoundException FileCacheNotFound=FileCacheNotFoundException FileSystemNotFound=FileSystemNotFoundException IncompatibleParameterError=IncompatibleParameterErrorException IncompatibleRegionForMultiAZ=IncompatibleRegionForMultiAzException InternalServerError=InternalServerErrorException InvalidAccessPoint=InvalidAccessPointException InvalidDataRepositoryType=InvalidDataRepositoryTypeException InvalidDestinationKmsKey=InvalidDestinationKmsKeyException InvalidExportPath=InvalidExportPathException InvalidImportPath=InvalidImportPathException InvalidNetworkSettings=InvalidNetworkSettingsException InvalidPerUnitStorageThroughput=InvalidPerUnitStorageThroughputException InvalidRegion=InvalidRegionException InvalidRequest=InvalidRequestException InvalidSourceKmsKey=InvalidSourceKmsKeyException MissingFileCacheConfiguration=MissingFileCacheConfigurationException MissingFileSystemConfiguration=MissingFileSystemConfigurationException MissingVolumeConfiguration=MissingVolumeConfigurationException NotServiceResourceError=NotServiceResourceErrorException ResourceDoesNotSupportTagging=ResourceDoesNotSupportTaggingException ResourceNotFound=ResourceNotFoundException S3AccessPointAttachmentNotFound=S3AccessPointAttachmentNotFoundException ServiceLimitExceeded=ServiceLimitExceededException SnapshotNotFound=SnapshotNotFoundException SourceBackupUnavailable=SourceBackupUnavailableException StorageVirtualMachineNotFound=StorageVirtualMachineNotFoundException TooManyAccessPoints=TooManyAccessPointsException UnsupportedOperation=UnsupportedOperationException VolumeNotFound=VolumeNotFoundException
O AssociateFileSystemAliases 1 -
O CancelDataRepositoryTask - -
O CopyBackup 2 3
O CopySnapshotAndUpdateVolume 12 13
O CreateAndAttachS3AccessPoint 14 15
O CreateBackup 17 18
O CreateDataRepositoryAssociation 19 20
O CreateDataRepositoryTask 22 23
O CreateFileCache 29 30
O CreateFileSystem 32 33
O CreateFileSystemFromBackup 34 35
O CreateSnapshot 36 37
O CreateStorageVirtualMachine 38 39
O CreateVolume 41 42
O CreateVolumeFromBackup 43 44
O DeleteBackup 45 -
O DeleteDataRepositoryAssociation 46 -
O DeleteFileCache 47 -
O DeleteFileSystem 48 -
O DeleteSnapshot 49 -
O DeleteStorageVirtualMachine 50 -
O DeleteVolume 51 -
O DescribeBackups - 52
O DescribeDataRepositoryAssociations - 54
O DescribeDataRepositoryTasks - 56
O DescribeFileCaches - 58
O DescribeFileSystemAliases 61 -
O DescribeFileSystems - 62
O DescribeS3AccessPointAttachments - 64
O DescribeSharedVpcConfiguration - -
O DescribeSnapshots - 66
O DescribeStorageVirtualMachines - 68
O DescribeVolumes - 70
O DetachAndDeleteS3AccessPoint 72 -
O DisassociateFileSystemAliases 73 -
O ListTagsForResource - -
O ReleaseFileSystemNfsV3Locks 74 75
O RestoreVolumeFromSnapshot 76 77
O StartMisconfiguredStateRecovery 78 79
O TagResource - -
O UntagResource - -
O UpdateDataRepositoryAssociation 80 81
O UpdateFileCache 82 83
O UpdateFileSystem 84 85
O UpdateSharedVpcConfiguration 86 -
O UpdateSnapshot 87 88
O UpdateStorageVirtualMachine 89 90
O UpdateVolume 91 92
T 1 s ClientRequestToken/i=-
T 2 s ClientRequestToken/i=-
T 3 s Backup=4
T 4 s CreationTime=5 FileSystem=6 Volume=10
T 5 t -
T 6 s CreationTime=5 AdministrativeActions=7
T 7 l 8
T 8 s RequestTime=9 TargetFileSystemValues=6 TargetVolumeValues=10 TargetSnapshotValues=11
T 9 t -
T 10 s CreationTime=5 AdministrativeActions=7
T 11 s CreationTime=5 AdministrativeActions=7
T 12 s ClientRequestToken/i=-
T 13 s AdministrativeActions=7
T 14 s ClientRequestToken/i=-
T 15 s S3AccessPointAttachment=16
T 16 s CreationTime=5
T 17 s ClientRequestToken/i=-
T 18 s Backup=4
T 19 s ClientRequestToken/i=-
T 20 s Association=21
T 21 s CreationTime=5
T 22 s ClientRequestToken/i=-
T 23 s DataRepositoryTask=24
T 24 s CreationTime=5 StartTime=25 EndTime=26 Status=27
T 25 t -
T 26 t -
T 27 s LastUpdatedTime=28
T 28 t -
T 29 s ClientRequestToken/i=-
T 30 s FileCache=31
T 31 s CreationTime=5
T 32 s ClientRequestToken/i=-
T 33 s FileSystem=6
T 34 s ClientRequestToken/i=-
T 35 s FileSystem=6
T 36 s ClientRequestToken/i=-
T 37 s Snapshot=11
T 38 s ClientRequestToken/i=-
T 39 s StorageVirtualMachine=40
T 40 s CreationTime=5
T 41 s ClientRequestToken/i=-
T 42 s Volume=10
T 43 s ClientRequestToken/i=-
T 44 s Volume=10
T 45 s ClientRequestToken/i=-
T 46 s ClientRequestToken/i=-
T 47 s ClientRequestToken/i=-
T 48 s ClientRequestToken/i=-
T 49 s ClientRequestToken/i=-
T 50 s ClientRequestToken/i=-
T 51 s ClientRequestToken/i=-
T 52 s Backups=53
T 53 l 4
T 54 s Associations=55
T 55 l 21
T 56 s DataRepositoryTasks=57
T 57 l 24
T 58 s FileCaches=59
T 59 l 60
T 60 s CreationTime=5
T 61 s ClientRequestToken/i=-
T 62 s FileSystems=63
T 63 l 6
T 64 s S3AccessPointAttachments=65
T 65 l 16
T 66 s Snapshots=67
T 67 l 11
T 68 s StorageVirtualMachines=69
T 69 l 40
T 70 s Volumes=71
T 71 l 10
T 72 s ClientRequestToken/i=-
T 73 s ClientRequestToken/i=-
T 74 s ClientRequestToken/i=-
T 75 s FileSystem=6
T 76 s ClientRequestToken/i=-
T 77 s AdministrativeActions=7
T 78 s ClientRequestToken/i=-
T 79 s FileSystem=6
T 80 s ClientRequestToken/i=-
T 81 s Association=21
T 82 s ClientRequestToken/i=-
T 83 s FileCache=60
T 84 s ClientRequestToken/i=-
T 85 s FileSystem=6
T 86 s ClientRequestToken/i=-
T 87 s ClientRequestToken/i=-
T 88 s Snapshot=11
T 89 s ClientRequestToken/i=-
T 90 s StorageVirtualMachine=40
T 91 s ClientRequestToken/i=-
T 92 s Volume=10
S gamelift GameLift GAMELIFT gamelift gamelift json1.1 GameLift 2015-10-01 upper -
E ConflictException FleetCapacityExceededException GameSessionFullException IdempotentParameterMismatchException InternalServiceException InvalidFleetStatusException InvalidGameSessionStatusException InvalidRequestException LimitExceededException NotFoundException NotReadyException OutOfCapacityException TaggingFailedException TerminalRoutingStrategyException UnauthorizedException UnsupportedRegionException
O AcceptMatch - -
O ClaimGameServer - 1
O CreateAlias - 4
O CreateBuild - 6
O CreateContainerFleet - 8
O CreateContainerGroupDefinition - 10
O CreateFleet - 12
O CreateFleetLocations - -
O CreateGameServerGroup - 14
O CreateGameSession - 16
O CreateGameSessionQueue - -
O CreateLocation - -
O CreateMatchmakingConfiguration - 18
O CreateMatchmakingRuleSet - 20
O CreatePlayerSession - 22
O CreatePlayerSessions - 24
O CreateScript 26 28
O CreateVpcPeeringAuthorization - 30
O CreateVpcPeeringConnection - -
O DeleteAlias - -
O DeleteBuild - -
O DeleteContainerFleet - -
O DeleteContainerGroupDefinition - -
O DeleteFleet - -
O DeleteFleetLocations - -
O DeleteGameServerGroup - 32
O DeleteGameSessionQueue - -
O DeleteLocation - -
O DeleteMatchmakingConfiguration - -
O DeleteMatchmakingRuleSet - -
O DeleteScalingPolicy - -
O DeleteScript - -
O DeleteVpcPeeringAuthorization - -
O DeleteVpcPeeringConnection - -
O DeregisterCompute - -
O DeregisterGameServer - -
O DescribeAlias - 33
O DescribeBuild - 34
O DescribeCompute - 35
O DescribeContainerFleet - 37
O DescribeContainerGroupDefinition - 38
O DescribeContainerGroupPortMappings - -
O DescribeEC2InstanceLimits - -
O DescribeFleetAttributes - 39
O DescribeFleetCapacity - -
O DescribeFleetDeployment - 41
O DescribeFleetEvents 43 44
O DescribeFleetLocationAttributes - -
O DescribeFleetLocationCapacity - -
O DescribeFleetLocationUtilization - -
O DescribeFleetPortSettings - -
O DescribeFleetUtilization - -
O DescribeGameServer - 47
O DescribeGameServerGroup - 48
O DescribeGameServerInstances - -
O DescribeGameSessionDetails - 49
O DescribeGameSessionPlacement - 52
O DescribeGameSessionQueues - -
O DescribeGameSessions - 54
O DescribeInstances - 56
O DescribeMatchmaking - 59
O DescribeMatchmakingConfigurations - 62
O DescribeMatchmakingRuleSets - 64
O DescribePlayerSessions - 66
O DescribeRuntimeConfiguration - -
O DescribeScalingPolicies - -
O DescribeScript - 67
O DescribeVpcPeeringAuthorizations - 68
O DescribeVpcPeeringConnections - -
O GetComputeAccess - -
O GetComputeAuthToken - 70
O GetGameSessionLogUrl - -
O GetInstanceAccess - -
O GetPlayerConnectionDetails - 71
O ListAliases - 74
O ListBuilds - 76
O ListCompute - 78
O ListContainerFleets - 80
O ListContainerGroupDefinitionVersions - 82
O ListContainerGroupDefinitions - 84
O ListFleetDeployments - 85
O ListFleets - -
O ListGameServerGroups - 87
O ListGameServers - 89
O ListLocations - -
O ListScripts - 91
O ListTagsForResource - -
O PutScalingPolicy - -
O RegisterCompute - 93
O RegisterGameServer - 94
O RequestUploadCredentials - -
O ResolveAlias - -
O ResumeGameServerGroup - 95
O SearchGameSessions - 96
O StartFleetActions - -
O StartGameSessionPlacement - 97
O StartMatchBackfill - 98
O StartMatchmaking - 99
O StopFleetActions - -
O StopGameSessionPlacement - 100
O StopMatchmaking - -
O SuspendGameServerGroup - 101
O TagResource - -
O TerminateGameSession - 102
O UntagResource - -
O UpdateAlias - 103
O UpdateBuild - 104
O UpdateContainerFleet - 105
O UpdateContainerGroupDefinition - 106
O UpdateFleetAttributes - -
O UpdateFleetCapacity - -
O UpdateFleetPortSettings - -
O UpdateGameServer - 107
O UpdateGameServerGroup - 108
O UpdateGameSession - 109
O UpdateGameSessionQueue - -
O UpdateMatchmakingConfiguration - 110
O UpdateRuntimeConfiguration - -
O UpdateScript 111 112
O ValidateMatchmakingRuleSet - -
T 1 s GameServer=2
T 2 s RegistrationTime=3 LastClaimTime=3 LastHealthCheckTime=3
T 3 t -
T 4 s Alias=5
T 5 s CreationTime=3 LastUpdatedTime=3
T 6 s Build=7
T 7 s CreationTime=3
T 8 s ContainerFleet=9
T 9 s CreationTime=3
T 10 s ContainerGroupDefinition=11
T 11 s CreationTime=3
T 12 s FleetAttributes=13
T 13 s CreationTime=3 TerminationTime=3
T 14 s GameServerGroup=15
T 15 s CreationTime=3 LastUpdatedTime=3
T 16 s GameSession=17
T 17 s CreationTime=3 TerminationTime=3
T 18 s Configuration=19
T 19 s CreationTime=3
T 20 s RuleSet=21
T 21 s CreationTime=3
T 22 s PlayerSession=23
T 23 s CreationTime=3 TerminationTime=3
T 24 s PlayerSessions=25
T 25 l 23
T 26 s ZipFile=27
T 27 b
T 28 s Script=29
T 29 s CreationTime=3
T 30 s VpcPeeringAuthorization=31
T 31 s CreationTime=3 ExpirationTime=3
T 32 s GameServerGroup=15
T 33 s Alias=5
T 34 s Build=7
T 35 s Compute=36
T 36 s CreationTime=3
T 37 s ContainerFleet=9
T 38 s ContainerGroupDefinition=11
T 39 s FleetAttributes=40
T 40 l 13
T 41 s FleetDeployment=42
T 42 s CreationTime=3
T 43 s StartTime=3 EndTime=3
T 44 s Events=45
T 45 l 46
T 46 s EventTime=3
T 47 s GameServer=2
T 48 s GameServerGroup=15
T 49 s GameSessionDetails=50
T 50 l 51
T 51 s GameSession=17
T 52 s GameSessionPlacement=53
T 53 s StartTime=3 EndTime=3
T 54 s GameSessions=55
T 55 l 17
T 56 s Instances=57
T 57 l 58
T 58 s CreationTime=3
T 59 s TicketList=60
T 60 l 61
T 61 s StartTime=3 EndTime=3
T 62 s Configurations=63
T 63 l 19
T 64 s RuleSets=65
T 65 l 21
T 66 s PlayerSessions=25
T 67 s Script=29
T 68 s VpcPeeringAuthorizations=69
T 69 l 31
T 70 s ExpirationTimestamp=3
T 71 s PlayerConnectionDetails=72
T 72 l 73
T 73 s Expiration=3
T 74 s Aliases=75
T 75 l 5
T 76 s Builds=77
T 77 l 7
T 78 s ComputeList=79
T 79 l 36
T 80 s ContainerFleets=81
T 81 l 9
T 82 s ContainerGroupDefinitions=83
T 83 l 11
T 84 s ContainerGroupDefinitions=83
T 85 s FleetDeployments=86
T 86 l 42
T 87 s GameServerGroups=88
T 88 l 15
T 89 s GameServers=90
T 90 l 2
T 91 s Scripts=92
T 92 l 29
T 93 s Compute=36
T 94 s GameServer=2
T 95 s GameServerGroup=15
T 96 s GameSessions=55
T 97 s GameSessionPlacement=53
T 98 s MatchmakingTicket=61
T 99 s MatchmakingTicket=61
T 100 s GameSessionPlacement=53
T 101 s GameServerGroup=15
T 102 s GameSession=17
T 103 s Alias=5
T 104 s Build=7
T 105 s ContainerFleet=9
T 106 s ContainerGroupDefinition=11
T 107 s GameServer=2
T 108 s GameServerGroup=15
T 109 s GameSession=17
T 110 s Configuration=19
T 111 s ZipFile=27
T 112 s Script=29
S globalaccelerator GlobalAccelerator GLOBAL_ACCELERATOR globalaccelerator globalaccelerator json1.1 GlobalAccelerator_V20180706 2018-08-08 upper -
E AcceleratorNotDisabledException AcceleratorNotFoundException AccessDeniedException AssociatedEndpointGroupFoundException AssociatedListenerFoundException AttachmentNotFoundException ByoipCidrNotFoundException ConflictException EndpointAlreadyExistsException EndpointGroupAlreadyExistsException EndpointGroupNotFoundException EndpointNotFoundException IncorrectCidrStateException InternalServiceErrorException InvalidArgumentException InvalidNextTokenException InvalidPortRangeException LimitExceededException ListenerNotFoundException TransactionInProgressException
O AddCustomRoutingEndpoints - -
O AddEndpoints - -
O AdvertiseByoipCidr - 1
O AllowCustomRoutingTraffic - -
O CreateAccelerator 6 7
O CreateCrossAccountAttachment 11 12
O CreateCustomRoutingAccelerator 14 15
O CreateCustomRoutingEndpointGroup 17 -
O CreateCustomRoutingListener 18 -
O CreateEndpointGroup 19 -
O CreateListener 20 -
O DeleteAccelerator - -
O DeleteCrossAccountAttachment - -
O DeleteCustomRoutingAccelerator - -
O DeleteCustomRoutingEndpointGroup - -
O DeleteCustomRoutingListener - -
O DeleteEndpointGroup - -
O DeleteListener - -
O DenyCustomRoutingTraffic - -
O DeprovisionByoipCidr - 21
O DescribeAccelerator - 22
O DescribeAcceleratorAttributes - -
O DescribeCrossAccountAttachment - 23
O DescribeCustomRoutingAccelerator - 24
O DescribeCustomRoutingAcceleratorAttributes - -
O DescribeCustomRoutingEndpointGroup - -
O DescribeCustomRoutingListener - -
O DescribeEndpointGroup - -
O DescribeListener - -
O ListAccelerators - 25
O ListByoipCidrs - 27
O ListCrossAccountAttachments - 29
O ListCrossAccountResourceAccounts - -
O ListCrossAccountResources - -
O ListCustomRoutingAccelerators - 31
O ListCustomRoutingEndpointGroups - -
O ListCustomRoutingListeners - -
O ListCustomRoutingPortMappings - -
O ListCustomRoutingPortMappingsByDestination - -
O ListEndpointGroups - -
O ListListeners - -
O ListTagsForResource - -
O ProvisionByoipCidr - 33
O RemoveCustomRoutingEndpoints - -
O RemoveEndpoints - -
O TagResource - -
O UntagResource - -
O UpdateAccelerator - 34
O UpdateAcceleratorAttributes - -
O UpdateCrossAccountAttachment - 35
O UpdateCustomRoutingAccelerator - 36
O UpdateCustomRoutingAcceleratorAttributes - -
O UpdateCustomRoutingListener - -
O UpdateEndpointGroup - -
O UpdateListener - -
O WithdrawByoipCidr - 37
T 1 s ByoipCidr=2
T 2 s Events=3
T 3 l 4
T 4 s Timestamp=5
T 5 t -
T 6 s IdempotencyToken/i=-
T 7 s Accelerator=8
T 8 s CreatedTime=5 LastModifiedTime=5 Events=9
T 9 l 10
T 10 s Timestamp=5
T 11 s IdempotencyToken/i=-
T 12 s CrossAccountAttachment=13
T 13 s LastModifiedTime=5 CreatedTime=5
T 14 s IdempotencyToken/i=-
T 15 s Accelerator=16
T 16 s CreatedTime=5 LastModifiedTime=5
T 17 s IdempotencyToken/i=-
T 18 s IdempotencyToken/i=-
T 19 s IdempotencyToken/i=-
T 20 s IdempotencyToken/i=-
T 21 s ByoipCidr=2
T 22 s Accelerator=8
T 23 s CrossAccountAttachment=13
T 24 s Accelerator=16
T 25 s Accelerators=26
T 26 l 8
T 27 s ByoipCidrs=28
T 28 l 2
T 29 s CrossAccountAttachments=30
T 30 l 13
T 31 s Accelerators=32
T 32 l 16
T 33 s ByoipCidr=2
T 34 s Accelerator=8
T 35 s CrossAccountAttachment=13
T 36 s Accelerator=16
T 37 s ByoipCidr=2
S glue Glue GLUE glue glue json1.1 AWSGlue 2017-03-31 upper -
E AccessDeniedException AlreadyExistsException ColumnStatisticsTaskNotRunningException ColumnStatisticsTaskRunningException ColumnStatisticsTaskStoppingException ConcurrentModificationException ConcurrentRunsExceededException ConditionCheckFailureException ConflictException CrawlerNotRunningException CrawlerRunningException CrawlerStoppingException EntityNotFoundException FederatedResourceAlreadyExistsException FederationSourceException FederationSourceRetryableException GlueEncryptionException IdempotentParameterMismatchException IllegalBlueprintStateException IllegalSessionStateException IllegalWorkflowStateException IntegrationConflictOperationFault=IntegrationConflictOperationException IntegrationNotFoundFault=IntegrationNotFoundException IntegrationQuotaExceededFault=IntegrationQuotaExceededException InternalServerException InternalServiceException InvalidInputException InvalidIntegrationStateFault=InvalidIntegrationStateException InvalidStateException KMSKeyNotAccessibleFault=KmsKeyNotAccessibleException MLTransformNotReadyException=MlTransformNotReadyException MaterializedViewRefreshTaskNotRunningException MaterializedViewRefreshTaskRunningException MaterializedViewRefreshTaskStoppingException NoScheduleException OperationNotSupportedException OperationTimeoutException PermissionTypeMismatchException ResourceNotFoundException ResourceNotReadyException ResourceNumberLimitExceededException SchedulerNotRunningException SchedulerRunningException SchedulerTransitioningException SessionBusyException TargetResourceNotFound=TargetResourceNotFoundException ThrottlingException ValidationException VersionMismatchException
O AssociateGlossaryTerms 1 -
O BatchCreatePartition 2 -
O BatchDeleteConnection - -
O BatchDeletePartition - -
O BatchDeleteTable - -
O BatchDeleteTableVersion - -
O BatchGetBlueprints - 6
O BatchGetCrawlers - 11
O BatchGetCustomEntityTypes - -
O BatchGetDataQualityResult - 18
O BatchGetDataQualityResultV2 - 21
O BatchGetDataQualityRulesetEvaluationRun - 24
O BatchGetDevEndpoints - 27
O BatchGetIterableForms - -
O BatchGetJobs - 30
O BatchGetPartition 42 44
O BatchGetTableOptimizer 47 50
O BatchGetTriggers - -
O BatchGetWorkflows - 66
O BatchPutDataQualityStatisticAnnotation - -
O BatchStopJobRun - -
O BatchUpdatePartition 79 -
O CancelDataQualityRuleRecommendationRun - -
O CancelDataQualityRulesetEvaluationRun - -
O CancelMLTaskRun - -
O CancelStatement - -
O CheckSchemaVersionValidity - -
O CreateBlueprint - -
O CreateCatalog - -
O CreateClassifier - -
O CreateColumnStatisticsTaskSettings - -
O CreateConnection - -
O CreateCrawler 82 -
O CreateCustomEntityType - -
O CreateDataQualityEvaluationConfig 83 -
O CreateDataQualityRuleset - -
O CreateDatabase - -
O CreateDevEndpoint - 84
O CreateGlossary 85 -
O CreateGlossaryTerm 86 -
O CreateGlueIdentityCenterConfiguration - -
O CreateIntegration 87 90
O CreateIntegrationResourceProperty 92 -
O CreateIntegrationTableProperties - -
O CreateJob 93 -
O CreateMLTransform - -
O CreatePartition 94 -
O CreatePartitionIndex - -
O CreateRegistry - -
O CreateSchema - -
O CreateScript - -
O CreateSecurityConfiguration - 95
O CreateSession - 96
O CreateTable 98 -
O CreateTableOptimizer 107 -
O CreateTrigger - -
O CreateUsageProfile - -
O CreateUserDefinedFunction 108 -
O CreateWorkflow - -
O DeleteAsset - -
O DeleteAttachment - -
O DeleteBlueprint - -
O DeleteCatalog - -
O DeleteClassifier - -
O DeleteColumnStatisticsForPartition - -
O DeleteColumnStatisticsForTable - -
O DeleteColumnStatisticsTaskSettings - -
O DeleteConnection - -
O DeleteConnectionType - -
O DeleteCrawler - -
O DeleteCustomEntityType - -
O DeleteDataQualityEvaluationConfig - -
O DeleteDataQualityRuleset - -
O DeleteDatabase - -
O DeleteDevEndpoint - -
O DeleteFormType - -
O DeleteGlossary - -
O DeleteGlossaryTerm - -
O DeleteGlueIdentityCenterConfiguration - -
O DeleteIntegration - 112
O DeleteIntegrationResourceProperty - -
O DeleteIntegrationTableProperties - -
O DeleteJob - -
O DeleteMLTransform - -
O DeletePartition - -
O DeletePartitionIndex - -
O DeleteRegistry - -
O DeleteResourcePolicy - -
O DeleteSchema - -
O DeleteSchemaVersions - -
O DeleteSecurityConfiguration - -
O DeleteSession - -
O DeleteTable - -
O DeleteTableOptimizer - -
O DeleteTableVersion - -
O DeleteTrigger - -
O DeleteUsageProfile - -
O DeleteUserDefinedFunction - -
O DeleteWorkflow - -
O DescribeConnectionType - -
O DescribeEntity - -
O DescribeInboundIntegrations - 113
O DescribeIntegrations - 116
O DisassociateGlossaryTerms 119 -
O GetAsset - 120
O GetAssetType - -
O GetBlueprint - 123
O GetBlueprintRun - 124
O GetBlueprintRuns - 126
O GetCatalog - 128
O GetCatalogImportStatus - 132
O GetCatalogs - 134
O GetClassifier - 136
O GetClassifiers - 142
O GetColumnStatisticsForPartition - 144
O GetColumnStatisticsForTable - 152
O GetColumnStatisticsTaskRun - 153
O GetColumnStatisticsTaskRuns - 155
O GetColumnStatisticsTaskSettings - 157
O GetConnection - 160
O GetConnections - 162
O GetCrawler - 164
O GetCrawlerMetrics - -
O GetCrawlers - 165
O GetCustomEntityType - -
O GetDashboardUrl - -
O GetDataCatalogEncryptionSettings - -
O GetDataCatalogExportConfiguration - 166
O GetDataQualityEvaluationConfig - 167
O GetDataQualityModel - 168
O GetDataQualityModelResult - 169
O GetDataQualityResult - 172
O GetDataQualityResultV2 - 173
O GetDataQualityRuleRecommendationRun - 174
O GetDataQualityRuleset - 175
O GetDataQualityRulesetEvaluationRun - 176
O GetDatabase - 177
O GetDatabases - 179
O GetDataflowGraph - -
O GetDevEndpoint - 181
O GetDevEndpoints - 182
O GetEntityRecords - 183
O GetFormType - -
O GetGlossary - -
O GetGlossaryTerm - -
O GetGlueIdentityCenterConfiguration - -
O GetIntegrationResourceProperty - -
O GetIntegrationTableProperties - -
O GetJob - 186
O GetJobBookmark - -
O GetJobRun - 187
O GetJobRuns - 188
O GetJobUpgradeAnalysis 189 190
O GetJobs - 191
O GetMLTaskRun - 192
O GetMLTaskRuns 193 195
O GetMLTransform - 198
O GetMLTransforms 199 201
O GetMapping - -
O GetMaterializedViewRefreshTaskRun - 204
O GetPartition - 206
O GetPartitionIndexes - -
O GetPartitions 207 208
O GetPlan - -
O GetRegistry - -
O GetResourcePolicies - 209
O GetResourcePolicy - 212
O GetSchema - -
O GetSchemaByDefinition - -
O GetSchemaVersion - -
O GetSchemaVersionsDiff - -
O GetSecurityConfiguration - 213
O GetSecurityConfigurations - 215
O GetSession - 217
O GetSessionEndpoint - 218
O GetStatement - -
O GetSystemLogsForJobRun - -
O GetSystemLogsForSession - -
O GetTable 220 221
O GetTableOptimizer - 229
O GetTableVersion - 230
O GetTableVersions - 232
O GetTables 234 235
O GetTags - -
O GetTrigger - -
O GetTriggers - -
O GetUnfilteredPartitionMetadata 237 238
O GetUnfilteredPartitionsMetadata 239 240
O GetUnfilteredTableMetadata 243 244
O GetUsageProfile - 245
O GetUserDefinedFunction - 246
O GetUserDefinedFunctions - 248
O GetWorkflow - 250
O GetWorkflowRun - 251
O GetWorkflowRunProperties - -
O GetWorkflowRuns - 252
O ImportCatalogToGlue - -
O ListAssetTypes - -
O ListBlueprints - -
O ListColumnStatisticsTaskRuns - -
O ListConnectionTypes - -
O ListCrawlers - -
O ListCrawls - 254
O ListCustomEntityTypes - -
O ListDataQualityEvaluationConfigs - 257
O ListDataQualityResults 260 262
O ListDataQualityResultsV2 265 267
O ListDataQualityRuleRecommendationRuns 270 272
O ListDataQualityRulesetEvaluationRuns 275 277
O ListDataQualityRulesets 280 282
O ListDataQualityStatisticAnnotations 285 287
O ListDataQualityStatistics 291 292
O ListDevEndpoints - -
O ListEntities - -
O ListFormTypes - -
O ListGlossaries - -
O ListGlossaryTerms - -
O ListIntegrationResourceProperties - -
O ListIntegrationTableProperties - -
O ListIterableForms - -
O ListJobs - -
O ListMLTransforms 295 -
O ListMaterializedViewRefreshTaskRuns - 296
O ListRegistries - -
O ListSchemaVersions - -
O ListSchemas - -
O ListSessions - 298
O ListStatements - -
O ListTableOptimizerRuns - 300
O ListTriggers - -
O ListUsageProfiles - 302
O ListWorkflows - -
O ModifyIntegration - 305
O PublishDataQualityResultV2 306 -
O PutAsset 307 308
O PutAttachment 309 -
O PutDataCatalogEncryptionSettings - -
O PutDataCatalogExportConfiguration 310 -
O PutDataQualityProfileAnnotation - -
O PutFormType 311 -
O PutResourcePolicy - -
O PutSchemaVersionMetadata - -
O PutWorkflowRunProperties - -
O QuerySchemaVersionMetadata - -
O RegisterConnectionType - -
O RegisterSchemaVersion - -
O RemoveSchemaVersionMetadata - -
O ResetJobBookmark - -
O ResumeWorkflowRun - -
O RunStatement - -
O SearchAssets - 312
O SearchTables - 315
O StartBlueprintRun - -
O StartColumnStatisticsTaskRun - -
O StartColumnStatisticsTaskRunSchedule - -
O StartCrawler - -
O StartCrawlerSchedule - -
O StartDataQualityRuleRecommendationRun - -
O StartDataQualityRulesetEvaluationRun - -
O StartExportLabelsTaskRun - -
O StartImportLabelsTaskRun - -
O StartJobRun - -
O StartJobUpgradeAnalysis 316 317
O StartMLEvaluationTaskRun - -
O StartMLLabelingSetGenerationTaskRun - -
O StartMaterializedViewRefreshTaskRun - -
O StartTrigger - -
O StartWorkflowRun - -
O StopColumnStatisticsTaskRun - -
O StopColumnStatisticsTaskRunSchedule - -
O StopCrawler - -
O StopCrawlerSchedule - -
O StopJobUpgradeAnalysis 318 -
O StopMaterializedViewRefreshTaskRun - -
O StopSession - -
O StopTrigger - -
O StopWorkflowRun - -
O TagResource - -
O TestConnection - -
O UntagResource - -
O UpdateAsset 319 320
O UpdateBlueprint - -
O UpdateCatalog - -
O UpdateClassifier - -
O UpdateColumnStatisticsForPartition 321 323
O UpdateColumnStatisticsForTable 326 327
O UpdateColumnStatisticsTaskSettings - -
O UpdateConnection - -
O UpdateCrawler 328 -
O UpdateCrawlerSchedule - -
O UpdateDataQualityEvaluationConfig 329 330
O UpdateDataQualityRuleset - -
O UpdateDatabase - -
O UpdateDevEndpoint - -
O UpdateGlossary 331 -
O UpdateGlossaryTerm 332 -
O UpdateGlueIdentityCenterConfiguration - -
O UpdateIntegrationResourceProperty - -
O UpdateIntegrationTableProperties - -
O UpdateJob 333 -
O UpdateJobFromSourceControl - -
O UpdateMLTransform - -
O UpdatePartition 335 -
O UpdateRegistry - -
O UpdateSchema - -
O UpdateSourceControlFromJob - -
O UpdateTable 336 -
O UpdateTableOptimizer 342 -
O UpdateTrigger - -
O UpdateUsageProfile - -
O UpdateUserDefinedFunction 343 -
O UpdateWorkflow - -
T 1 s ClientToken/i=-
T 2 s PartitionInputList=3
T 3 l 4
T 4 s LastAccessTime=5 LastAnalyzedTime=5
T 5 t -
T 6 s Blueprints=7
T 7 l 8
T 8 s CreatedOn=9 LastModifiedOn=9 LastActiveDefinition=10
T 9 t -
T 10 s LastModifiedOn=9
T 11 s Crawlers=12
T 12 l 13
T 13 s Targets=14 CreationTime=5 LastUpdated=5 LastCrawl=17
T 14 s DynamoDBTargets=15
T 15 l 16
T 16 s ScanAll~scanAll=- ScanRate~scanRate=-
T 17 s StartTime=5
T 18 s Results=19
T 19 l 20
T 20 s StartedOn=5 CompletedOn=5
T 21 s Results=22
T 22 l 23
T 23 s ExecutionStartedOn=5 ExecutionCompletedOn=5 ResultPublishedOn=5
T 24 s Runs=25
T 25 l 26
T 26 s StartedOn=5 LastModifiedOn=5 CompletedOn=5
T 27 s DevEndpoints=28
T 28 l 29
T 29 s CreatedTimestamp=9 LastModifiedTimestamp=9
T 30 s Jobs=31
T 31 l 32
T 32 s CreatedOn=9 LastModifiedOn=9 CodeGenConfigurationNodes=33
T 33 m 34
T 34 s DirectKinesisSource=35 DirectKafkaSource=38 CatalogKinesisSource=40 CatalogKafkaSource=41
T 35 s StreamingOptions=36
T 36 s StartingTimestamp=37
T 37 t iso8601
T 38 s StreamingOptions=39
T 39 s StartingTimestamp=37
T 40 s StreamingOptions=36
T 41 s StreamingOptions=39
T 42 s QuerySessionContext=43
T 43 s QueryStartTime=5
T 44 s Partitions=45
T 45 l 46
T 46 s CreationTime=5 LastAccessTime=5 LastAnalyzedTime=5
T 47 s Entries=48
T 48 l 49
T 49 s CatalogId~catalogId=- DatabaseName~databaseName=- TableName~tableName=- Type~type=-
T 50 s TableOptimizers=51 Failures=64
T 51 l 52
T 52 s CatalogId~catalogId=- DatabaseName~databaseName=- TableName~tableName=- TableOptimizer~tableOptimizer=53
T 53 s Type~type=- Configuration~configuration=54 LastRun~lastRun=62 ConfigurationSource~configurationSource=-
T 54 s RoleArn~roleArn=- Enabled~enabled=- VpcConfiguration~vpcConfiguration=55 CompactionConfiguration~compactionConfiguration=56 RetentionConfiguration~retentionConfiguration=58 OrphanFileDeletionConfiguration~orphanFileDeletionConfiguration=60
T 55 s GlueConnectionName~glueConnectionName=-
T 56 s IcebergConfiguration~icebergConfiguration=57
T 57 s Strategy~strategy=- MinInputFiles~minInputFiles=- DeleteFileThreshold~deleteFileThreshold=-
T 58 s IcebergConfiguration~icebergConfiguration=59
T 59 s SnapshotRetentionPeriodInDays~snapshotRetentionPeriodInDays=- NumberOfSnapshotsToRetain~numberOfSnapshotsToRetain=- CleanExpiredFiles~cleanExpiredFiles=- RunRateInHours~runRateInHours=-
T 60 s IcebergConfiguration~icebergConfiguration=61
T 61 s OrphanFileRetentionPeriodInDays~orphanFileRetentionPeriodInDays=- Location~location=- RunRateInHours~runRateInHours=-
T 62 s EventType~eventType=- StartTimestamp~startTimestamp=63 EndTimestamp~endTimestamp=63 Metrics~metrics=- Error~error=- CompactionMetrics~compactionMetrics=- CompactionStrategy~compactionStrategy=- RetentionMetrics~retentionMetrics=- OrphanFileDeletionMetrics~orphanFileDeletionMetrics=-
T 63 t -
T 64 l 65
T 65 s Error~error=- CatalogId~catalogId=- DatabaseName~databaseName=- TableName~tableName=- Type~type=-
T 66 s Workflows=67
T 67 l 68
T 68 s CreatedOn=9 LastModifiedOn=9 LastRun=69 Graph=70
T 69 s StartedOn=9 CompletedOn=9 Graph=70
T 70 s Nodes=71
T 71 l 72
T 72 s JobDetails=73 CrawlerDetails=76
T 73 s JobRuns=74
T 74 l 75
T 75 s StartedOn=9 LastModifiedOn=9 CompletedOn=9
T 76 s Crawls=77
T 77 l 78
T 78 s StartedOn=9 CompletedOn=9
T 79 s Entries=80
T 80 l 81
T 81 s PartitionInput=4
T 82 s Targets=14
T 83 s StartAt=5 EndAt=5 ClientToken/i=-
T 84 s CreatedTimestamp=9
T 85 s ClientToken/i=-
T 86 s ClientToken/i=-
T 87 s Tags=88
T 88 l 89
T 89 s Key~key=- Value~value=-
T 90 s Tags=88 CreateTime=91
T 91 t -
T 92 s Tags=88
T 93 s CodeGenConfigurationNodes=33
T 94 s PartitionInput=4
T 95 s CreatedTimestamp=9
T 96 s Session=97
T 97 s CreatedOn=9 CompletedOn=9
T 98 s TableInput=99 OpenTableFormatInput=100
T 99 s LastAccessTime=5 LastAnalyzedTime=5
T 100 s IcebergInput=101
T 101 s CreateIcebergTableInput=102
T 102 s Schema=103
T 103 s Fields=104
T 104 l 105
T 105 s Type=106 InitialDefault=106 WriteDefault=106
T 106 d
T 107 s TableOptimizerConfiguration=54
T 108 s FunctionInput=109
T 109 s ResourceUris=110
T 110 l 111
T 111 s LastModified=5
T 112 s Tags=88 CreateTime=91
T 113 s InboundIntegrations=114
T 114 l 115
T 115 s CreateTime=91
T 116 s Integrations=117
T 117 l 118
T 118 s Tags=88 CreateTime=91
T 119 s ClientToken/i=-
T 120 s CreatedAt=121 UpdatedAt=122
T 121 t -
T 122 t -
T 123 s Blueprint=8
T 124 s BlueprintRun=125
T 125 s StartedOn=9 CompletedOn=9
T 126 s BlueprintRuns=127
T 127 l 125
T 128 s Catalog=129
T 129 s CreateTime=5 UpdateTime=5 CatalogProperties=130
T 130 s IcebergOptimizationProperties=131
T 131 s LastUpdatedTime=5
T 132 s ImportStatus=133
T 133 s ImportTime=5
T 134 s CatalogList=135
T 135 l 129
T 136 s Classifier=137
T 137 s GrokClassifier=138 XMLClassifier=139 JsonClassifier=140 CsvClassifier=141
T 138 s CreationTime=5 LastUpdated=5
T 139 s CreationTime=5 LastUpdated=5
T 140 s CreationTime=5 LastUpdated=5
T 141 s CreationTime=5 LastUpdated=5
T 142 s Classifiers=143
T 143 l 137
T 144 s ColumnStatisticsList=145
T 145 l 146
T 146 s AnalyzedTime=5 StatisticsData=147
T 147 s DateColumnStatisticsData=148 DecimalColumnStatisticsData=149
T 148 s MinimumValue=5 MaximumValue=5
T 149 s MinimumValue=150 MaximumValue=150
T 150 s UnscaledValue=151
T 151 b
T 152 s ColumnStatisticsList=145
T 153 s ColumnStatisticsTaskRun=154
T 154 s CreationTime=5 LastUpdated=5 StartTime=5 EndTime=5
T 155 s ColumnStatisticsTaskRuns=156
T 156 l 154
T 157 s ColumnStatisticsTaskSettings=158
T 158 s LastExecutionAttempt=159
T 159 s ExecutionTimestamp=5
T 160 s Connection=161
T 161 s CreationTime=5 LastUpdatedTime=5 LastConnectionValidationTime=5
T 162 s ConnectionList=163
T 163 l 161
T 164 s Crawler=13
T 165 s Crawlers=12
T 166 s CreatedAt=121 UpdatedAt=122
T 167 s CreatedOn=5 LastModifiedOn=5 StartAt=5 EndAt=5
T 168 s StartedOn=5 CompletedOn=5
T 169 s CompletedOn=5 Model=170
T 170 l 171
T 171 s Date=5
T 172 s StartedOn=5 CompletedOn=5
T 173 s ExecutionStartedOn=5 ExecutionCompletedOn=5 ResultPublishedOn=5
T 174 s StartedOn=5 LastModifiedOn=5 CompletedOn=5
T 175 s CreatedOn=5 LastModifiedOn=5
T 176 s StartedOn=5 LastModifiedOn=5 CompletedOn=5
T 177 s Database=178
T 178 s CreateTime=5
T 179 s DatabaseList=180
T 180 l 178
T 181 s DevEndpoint=29
T 182 s DevEndpoints=28
T 183 s Records=184
T 184 l 185
T 185 d
T 186 s Job=32
T 187 s JobRun=75
T 188 s JobRuns=74
T 189 s AnalysisId~analysisId=- JobName~jobName=-
T 190 s JobName~jobName=- AnalysisId~analysisId=- Status~status=- SourceVersion~sourceVersion=- TargetVersion~targetVersion=- AnalysisType~analysisType=- AutoUpgradeEvaluationSummary~autoUpgradeEvaluationSummary=- ErrorMessage~errorMessage=- AutoUpgradeEligibilitySummary~autoUpgradeEligibilitySummary=-
T 191 s Jobs=31
T 192 s StartedOn=5 LastModifiedOn=5 CompletedOn=5
T 193 s Filter=194
T 194 s StartedBefore=5 StartedAfter=5
T 195 s TaskRuns=196
T 196 l 197
T 197 s StartedOn=5 LastModifiedOn=5 CompletedOn=5
T 198 s CreatedOn=5 LastModifiedOn=5
T 199 s Filter=200
T 200 s CreatedBefore=5 CreatedAfter=5 LastModifiedBefore=5 LastModifiedAfter=5
T 201 s Transforms=202
T 202 l 203
T 203 s CreatedOn=5 LastModifiedOn=5
T 204 s MaterializedViewRefreshTaskRun=205
T 205 s CreationTime=5 LastUpdated=5 StartTime=5 EndTime=5
T 206 s Partition=46
T 207 s QueryAsOfTime=5
T 208 s Partitions=45
T 209 s GetResourcePoliciesResponseList=210
T 210 l 211
T 211 s CreateTime=5 UpdateTime=5
T 212 s CreateTime=5 UpdateTime=5
T 213 s SecurityConfiguration=214
T 214 s CreatedTimeStamp=9
T 215 s SecurityConfigurations=216
T 216 l 214
T 217 s Session=97
T 218 s SparkConnect=219
T 219 s AuthTokenExpirationTime=9
T 220 s QueryAsOfTime=5
T 221 s Table=222
T 222 s CreateTime=5 UpdateTime=5 LastAccessTime=5 LastAnalyzedTime=5 IcebergTableMetadata=223 Status=225
T 223 s Schemas=224
T 224 l 103
T 225 s RequestTime=5 UpdateTime=5 Details=226
T 226 s RequestedChange=222 ViewValidations=227
T 227 l 228
T 228 s UpdateTime=5
T 229 s TableOptimizer=53
T 230 s TableVersion=231
T 231 s Table=222
T 232 s TableVersions=233
T 233 l 231
T 234 s QueryAsOfTime=5
T 235 s TableList=236
T 236 l 222
T 237 s QuerySessionContext=43
T 238 s Partition=46
T 239 s QuerySessionContext=43
T 240 s UnfilteredPartitions=241
T 241 l 242
T 242 s Partition=46
T 243 s QuerySessionContext=43
T 244 s Table=222
T 245 s CreatedOn=9 LastModifiedOn=9
T 246 s UserDefinedFunction=247
T 247 s CreateTime=5 ResourceUris=110
T 248 s UserDefinedFunctions=249
T 249 l 247
T 250 s Workflow=68
T 251 s Run=69
T 252 s Runs=253
T 253 l 69
T 254 s Crawls=255
T 255 l 256
T 256 s StartTime=5 EndTime=5
T 257 s DataQualityEvaluationConfigs=258
T 258 l 259
T 259 s CreatedOn=5 LastModifiedOn=5
T 260 s Filter=261
T 261 s StartedAfter=5 StartedBefore=5
T 262 s Results=263
T 263 l 264
T 264 s StartedOn=5
T 265 s Filter=266
T 266 s PublishedAfter=5 PublishedBefore=5
T 267 s Results=268
T 268 l 269
T 269 s ResultPublishedOn=5
T 270 s Filter=271
T 271 s StartedBefore=5 StartedAfter=5
T 272 s Runs=273
T 273 l 274
T 274 s StartedOn=5
T 275 s Filter=276
T 276 s StartedBefore=5 StartedAfter=5
T 277 s Runs=278
T 278 l 279
T 279 s StartedOn=5
T 280 s Filter=281
T 281 s CreatedBefore=5 CreatedAfter=5 LastModifiedBefore=5 LastModifiedAfter=5
T 282 s Rulesets=283
T 283 l 284
T 284 s CreatedOn=5 LastModifiedOn=5
T 285 s TimestampFilter=286
T 286 s RecordedBefore=5 RecordedAfter=5
T 287 s Annotations=288
T 288 l 289
T 289 s StatisticRecordedOn=5 InclusionAnnotation=290
T 290 s LastModifiedOn=5
T 291 s TimestampFilter=286
T 292 s Statistics=293
T 293 l 294
T 294 s RecordedOn=5 InclusionAnnotation=290
T 295 s Filter=200
T 296 s MaterializedViewRefreshTaskRuns=297
T 297 l 205
T 298 s Sessions=299
T 299 l 97
T 300 s TableOptimizerRuns=301
T 301 l 62
T 302 s Profiles=303
T 303 l 304
T 304 s CreatedOn=9 LastModifiedOn=9
T 305 s Tags=88 CreateTime=91
T 306 s ExecutionStartedOn=5 ExecutionCompletedOn=5 Statistics=293 ClientToken/i=-
T 307 s ClientToken/i=-
T 308 s CreatedAt=121
T 309 s ClientToken/i=-
T 310 s ClientToken/i=-
T 311 s ClientToken/i=-
T 312 s Items=313
T 313 l 314
T 314 s CreatedAt=121 UpdatedAt=122
T 315 s TableList=236
T 316 s JobName~jobName=- AnalysisId~analysisId=- UpgradeConsent~upgradeConsent=-
T 317 s AnalysisId~analysisId=- JobName~jobName=-
T 318 s JobName~jobName=- AnalysisId~analysisId=-
T 319 s ClientToken/i=-
T 320 s UpdatedAt=122
T 321 s ColumnStatisticsList=322
T 322 l 146
T 323 s Errors=324
T 324 l 325
T 325 s ColumnStatistics=146
T 326 s ColumnStatisticsList=322
T 327 s Errors=324
T 328 s Targets=14
T 329 s StartAt=5 EndAt=5
T 330 s CreatedOn=5 LastModifiedOn=5 StartAt=5 EndAt=5
T 331 s ClientToken/i=-
T 332 s ClientToken/i=-
T 333 s JobUpdate=334
T 334 s CodeGenConfigurationNodes=33
T 335 s PartitionInput=4
T 336 s TableInput=99 UpdateOpenTableFormatInput=337
T 337 s UpdateIcebergInput=338
T 338 s UpdateIcebergTableInput=339
T 339 s Updates=340
T 340 l 341
T 341 s Schema=103
T 342 s TableOptimizerConfiguration=54
T 343 s FunctionInput=109
S health Health HEALTH health health json1.1 AWSHealth_20160804 2016-08-04 lower -
E ConcurrentModificationException InvalidPaginationToken=InvalidPaginationTokenException UnsupportedLocale=UnsupportedLocaleException
O ConfigureTags - -
O ConfigureTagsForOrganization - -
O DescribeAffectedAccountsForOrganization 1 4
O DescribeAffectedEntities 8 14
O DescribeAffectedEntitiesForOrganization 19 23
O DescribeEntityAggregates 24 27
O DescribeEntityAggregatesForOrganization 31 34
O DescribeEventAggregates 39 -
O DescribeEventDetails - 42
O DescribeEventDetailsForOrganization - 47
O DescribeEventTypes - -
O DescribeEvents 50 51
O DescribeEventsForOrganization 53 56
O DescribeHealthServiceStatusForOrganization - -
O DescribeServiceLifecycle - 59
O DescribeTagKeys - -
O DescribeTagKeysForOrganization - -
O DescribeTags - -
O DescribeTagsForOrganization - -
O DescribeTagsOnboardingStatus - -
O DescribeTagsOnboardingStatusForOrganization - -
O DisableHealthServiceAccessForOrganization - -
O DisableTags - -
O DisableTagsForOrganization - -
O EnableHealthServiceAccessForOrganization - -
O EnableTags - -
O EnableTagsForOrganization - -
T 1 s Filter~filter=2
T 2 s Tags~tags=3
T 3 m -
T 4 s AffectedAccountEntities~affectedAccountEntities=5
T 5 l 6
T 6 s AccountTags~accountTags=7
T 7 m -
T 8 s Filter~filter=9
T 9 s LastUpdatedTimes~lastUpdatedTimes=10 Tags~tags=13
T 10 l 11
T 11 s From~from=12 To~to=12
T 12 t -
T 13 m -
T 14 s Entities~entities=15
T 15 l 16
T 16 s LastUpdatedTime~lastUpdatedTime=12 ResourceTags~resourceTags=17 AccountTags~accountTags=7 EntityMetadata~entityMetadata=18
T 17 m -
T 18 m -
T 19 s OrganizationEntityAccountFilters~organizationEntityAccountFilters=20
T 20 l 21
T 21 s Tags~tags=22
T 22 m -
T 23 s Entities~entities=15
T 24 s Filter~filter=25
T 25 s Tags~tags=26
T 26 m -
T 27 s EntityAggregates~entityAggregates=28
T 28 l 29
T 29 s Statuses~statuses=30
T 30 m -
T 31 s Filter~filter=32
T 32 s Tags~tags=33
T 33 m -
T 34 s OrganizationEntityAggregates~organizationEntityAggregates=35
T 35 l 36
T 36 s Statuses~statuses=30 Accounts~accounts=37
T 37 l 38
T 38 s Statuses~statuses=30
T 39 s Filter~filter=40
T 40 s StartTimes~startTimes=10 EndTimes~endTimes=10 LastUpdatedTimes~lastUpdatedTimes=10 Tags~tags=41
T 41 m -
T 42 s SuccessfulSet~successfulSet=43
T 43 l 44
T 44 s Event~event=45 EventMetadata~eventMetadata=46
T 45 s StartTime~startTime=12 EndTime~endTime=12 LastUpdatedTime~lastUpdatedTime=12
T 46 m -
T 47 s SuccessfulSet~successfulSet=48
T 48 l 49
T 49 s Event~event=45 EventMetadata~eventMetadata=46
T 50 s Filter~filter=40
T 51 s Events~events=52
T 52 l 45
T 53 s Filter~filter=54
T 54 s StartTime~startTime=11 EndTime~endTime=11 LastUpdatedTime~lastUpdatedTime=11 Tags~tags=55
T 55 m -
T 56 s Events~events=57
T 57 l 58
T 58 s StartTime~startTime=12 EndTime~endTime=12 LastUpdatedTime~lastUpdatedTime=12
T 59 s ServiceLifecycles~serviceLifecycles=60
T 60 l 61
T 61 s LifecycleEvents~lifecycleEvents=62
T 62 l 63
T 63 s Date~date=12
S healthlake HealthLake HEALTHLAKE healthlake healthlake json1.0 HealthLake 2017-07-01 upper -
E AccessDeniedException ConflictException FailedDependencyException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateFHIRDatastore 1 -
O DeleteFHIRDatastore - -
O DescribeFHIRDatastore - 2
O DescribeFHIRExportJob - 6
O DescribeFHIRImportJob - 8
O ListFHIRDatastores 10 12
O ListFHIRExportJobs 14 15
O ListFHIRImportJobs 17 18
O ListTagsForResource - -
O RestoreFHIRDatastore 20 -
O StartFHIRExportJob 23 -
O StartFHIRImportJob 24 -
O TagResource - -
O UntagResource - -
O UpdateFHIRDatastore - 25
T 1 s ClientToken/i=-
T 2 s DatastoreProperties=3
T 3 s CreatedAt=4 BackupStatusInfo=5
T 4 t -
T 5 s BackupEnabledAt=4 EarliestRestorePoint=4 LatestRestorePoint=4 ScheduledPermanentDeletionTime=4
T 6 s ExportJobProperties=7
T 7 s SubmitTime=4 EndTime=4
T 8 s ImportJobProperties=9
T 9 s SubmitTime=4 EndTime=4
T 10 s Filter=11
T 11 s CreatedBefore=4 CreatedAfter=4
T 12 s DatastorePropertiesList=13
T 13 l 3
T 14 s SubmittedBefore=4 SubmittedAfter=4
T 15 s ExportJobPropertiesList=16
T 16 l 7
T 17 s SubmittedBefore=4 SubmittedAfter=4
T 18 s ImportJobPropertiesList=19
T 19 l 9
T 20 s RestoreConfiguration=21 ClientToken/i=-
T 21 s ContinuousBackupRestoreConfiguration=22
T 22 s RestorePointTime=4
T 23 s ClientToken/i=-
T 24 s ClientToken/i=-
T 25 s DatastoreProperties=3
S identitystore Identitystore IDENTITYSTORE identitystore identitystore json1.1 AWSIdentityStore 2020-06-15 upper -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateGroup - -
O CreateGroupMembership - -
O CreateUser 1 -
O DeleteGroup - -
O DeleteGroupMembership - -
O DeleteUser - -
O DescribeGroup - 4
O DescribeGroupMembership - 6
O DescribeIdentityStore - -
O DescribeUser - 7
O GetGroupId 8 -
O GetGroupMembershipId - -
O GetUserId 11 -
O IsMemberInGroups - -
O ListGroupMemberships - 12
O ListGroupMembershipsForMember - 15
O ListGroups - 16
O ListIdentityStores - -
O ListUsers - 19
O UpdateGroup 22 -
O UpdateIdentityStore - -
O UpdateUser 25 -
T 1 s Extensions=2
T 2 m 3
T 3 d
T 4 s CreatedAt=5 UpdatedAt=5
T 5 t -
T 6 s CreatedAt=5 UpdatedAt=5
T 7 s CreatedAt=5 UpdatedAt=5 Extensions=2
T 8 s AlternateIdentifier=9
T 9 s UniqueAttribute=10
T 10 s AttributeValue=3
T 11 s AlternateIdentifier=9
T 12 s GroupMemberships=13
T 13 l 14
T 14 s CreatedAt=5 UpdatedAt=5
T 15 s GroupMemberships=13
T 16 s Groups=17
T 17 l 18
T 18 s CreatedAt=5 UpdatedAt=5
T 19 s Users=20
T 20 l 21
T 21 s CreatedAt=5 UpdatedAt=5 Extensions=2
T 22 s Operations=23
T 23 l 24
T 24 s AttributeValue=3
T 25 s Operations=23
S inspector Inspector INSPECTOR inspector inspector json1.1 InspectorService 2016-02-16 lower -
E AccessDeniedException AgentsAlreadyRunningAssessmentException AssessmentRunInProgressException InternalException InvalidCrossAccountRoleException InvalidInputException LimitExceededException NoSuchEntityException PreviewGenerationInProgressException ServiceTemporarilyUnavailableException UnsupportedFeatureException
O AddAttributesToFindings - 1
O CreateAssessmentTarget - -
O CreateAssessmentTemplate - -
O CreateExclusionsPreview - -
O CreateResourceGroup - -
O DeleteAssessmentRun - -
O DeleteAssessmentTarget - -
O DeleteAssessmentTemplate - -
O DescribeAssessmentRuns - 3
O DescribeAssessmentTargets - 12
O DescribeAssessmentTemplates - 15
O DescribeCrossAccountAccessRole - 18
O DescribeExclusions - 19
O DescribeFindings - 21
O DescribeResourceGroups - 24
O DescribeRulesPackages - 27
O GetAssessmentReport - -
O GetExclusionsPreview - -
O GetTelemetryMetadata - -
O ListAssessmentRunAgents - -
O ListAssessmentRuns 28 -
O ListAssessmentTargets - -
O ListAssessmentTemplates - -
O ListEventSubscriptions - 31
O ListExclusions - -
O ListFindings 36 -
O ListRulesPackages - -
O ListTagsForResource - -
O PreviewAgents - -
O RegisterCrossAccountAccessRole - -
O RemoveAttributesFromFindings - 38
O SetTagsForResource - -
O StartAssessmentRun - -
O StopAssessmentRun - -
O SubscribeToEvent - -
O UnsubscribeFromEvent - -
O UpdateAssessmentTarget - -
T 1 s FailedItems~failedItems=2
T 2 m -
T 3 s AssessmentRuns~assessmentRuns=4 FailedItems~failedItems=2
T 4 l 5
T 5 s CreatedAt~createdAt=6 StartedAt~startedAt=6 CompletedAt~completedAt=6 StateChangedAt~stateChangedAt=6 StateChanges~stateChanges=7 Notifications~notifications=9 FindingCounts~findingCounts=11
T 6 t -
T 7 l 8
T 8 s StateChangedAt~stateChangedAt=6
T 9 l 10
T 10 s Date~date=6
T 11 m -
T 12 s AssessmentTargets~assessmentTargets=13 FailedItems~failedItems=2
T 13 l 14
T 14 s CreatedAt~createdAt=6 UpdatedAt~updatedAt=6
T 15 s AssessmentTemplates~assessmentTemplates=16 FailedItems~failedItems=2
T 16 l 17
T 17 s CreatedAt~createdAt=6
T 18 s RegisteredAt~registeredAt=6
T 19 s Exclusions~exclusions=20 FailedItems~failedItems=2
T 20 m -
T 21 s Findings~findings=22 FailedItems~failedItems=2
T 22 l 23
T 23 s CreatedAt~createdAt=6 UpdatedAt~updatedAt=6
T 24 s ResourceGroups~resourceGroups=25 FailedItems~failedItems=2
T 25 l 26
T 26 s CreatedAt~createdAt=6
T 27 s FailedItems~failedItems=2
T 28 s Filter~filter=29
T 29 s StartTimeRange~startTimeRange=30 CompletionTimeRange~completionTimeRange=30 StateChangeTimeRange~stateChangeTimeRange=30
T 30 s BeginDate~beginDate=6 EndDate~endDate=6
T 31 s Subscriptions~subscriptions=32
T 32 l 33
T 33 s EventSubscriptions~eventSubscriptions=34
T 34 l 35
T 35 s SubscribedAt~subscribedAt=6
T 36 s Filter~filter=37
T 37 s CreationTimeRange~creationTimeRange=30
T 38 s FailedItems~failedItems=2
S invoicing Invoicing INVOICING invoicing invoicing json1.0 Invoicing 2024-12-01 upper invoicing.us-east-1.api.aws@us-east-1
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O BatchGetInvoiceProfile - -
O CreateInvoiceUnit 1 -
O CreateProcurementPortalPreference 2 -
O DeleteInvoiceUnit 5 -
O DeleteProcurementPortalPreference 6 -
O GetInvoicePDF - 7
O GetInvoiceUnit 11 13
O GetProcurementPortalPreference - 15
O ListInvoiceSummaries 17 20
O ListInvoiceUnits 23 24
O ListProcurementPortalPreferences - 27
O ListProcurementPortalSuppliers - -
O ListProcurementPortals - -
O ListTagsForResource - -
O PutProcurementPortalPreference 30 -
O SendProcurementPortalValidation 31 -
O TagResource - -
O UntagResource - -
O UpdateInvoiceUnit 32 -
O UpdateProcurementPortalPreferenceStatus 33 -
O VerifyProcurementPortalValidation 34 -
T 1 s ClientToken/i=-
T 2 s EinvoiceDeliveryPreference=3 ClientToken/i=-
T 3 s EinvoiceDeliveryActivationDate=4
T 4 t -
T 5 s ClientToken/i=-
T 6 s ClientToken/i=-
T 7 s InvoicePDF=8
T 8 s DocumentUrlExpirationDate=4 SupplementalDocuments=9
T 9 l 10
T 10 s DocumentUrlExpirationDate=4
T 11 s AsOf=12
T 12 t -
T 13 s LastModified=14
T 14 t -
T 15 s ProcurementPortalPreference=16
T 16 s EinvoiceDeliveryPreference=3 CreateDate=4 LastUpdateDate=4
T 17 s Filter=18
T 18 s TimeInterval=19
T 19 s StartDate=4 EndDate=4
T 20 s InvoiceSummaries=21
T 21 l 22
T 22 s IssuedDate=4 DueDate=4
T 23 s AsOf=12
T 24 s InvoiceUnits=25
T 25 l 26
T 26 s LastModified=14
T 27 s ProcurementPortalPreferences=28
T 28 l 29
T 29 s CreateDate=4 LastUpdateDate=4
T 30 s EinvoiceDeliveryPreference=3 ClientToken/i=-
T 31 s ClientToken/i=-
T 32 s ClientToken/i=-
T 33 s ClientToken/i=-
T 34 s ClientToken/i=-
S iotfleetwise IoTFleetWise IOTFLEETWISE iotfleetwise iotfleetwise json1.0 IoTAutobahnControlPlane 2021-06-17 lower -
E AccessDeniedException ConflictException DecoderManifestValidationException InternalServerException InvalidNodeException InvalidSignalsException LimitExceededException ResourceNotFoundException ThrottlingException ValidationException
O AssociateVehicleFleet - -
O BatchCreateVehicle 1 -
O BatchUpdateVehicle 7 -
O CreateCampaign 10 -
O CreateDecoderManifest 12 -
O CreateFleet 13 -
O CreateModelManifest 14 -
O CreateSignalCatalog 15 -
O CreateStateTemplate 16 -
O CreateVehicle 17 -
O DeleteCampaign - -
O DeleteDecoderManifest - -
O DeleteFleet - -
O DeleteModelManifest - -
O DeleteSignalCatalog - -
O DeleteStateTemplate - -
O DeleteVehicle - -
O DisassociateVehicleFleet - -
O GetCampaign - 18
O GetDecoderManifest - 19
O GetEncryptionConfiguration - 20
O GetFleet - 21
O GetLoggingOptions - -
O GetModelManifest - 22
O GetRegisterAccountStatus - 23
O GetSignalCatalog - 24
O GetStateTemplate - 25
O GetVehicle - 26
O GetVehicleStatus - -
O ImportDecoderManifest 27 -
O ImportSignalCatalog 34 -
O ListCampaigns - 35
O ListDecoderManifestNetworkInterfaces - -
O ListDecoderManifestSignals - -
O ListDecoderManifests - 38
O ListFleets - 41
O ListFleetsForVehicle - -
O ListModelManifestNodes - -
O ListModelManifests - 44
O ListSignalCatalogNodes - -
O ListSignalCatalogs - 47
O ListStateTemplates - 50
O ListTagsForResource 53 54
O ListVehicles - 55
O ListVehiclesInFleet - -
O PutEncryptionConfiguration - -
O PutLoggingOptions - -
O RegisterAccount - 58
O TagResource 59 -
O UntagResource 60 -
O UpdateCampaign - -
O UpdateDecoderManifest - -
O UpdateFleet - -
O UpdateModelManifest - -
O UpdateSignalCatalog - -
O UpdateStateTemplate - -
O UpdateVehicle 61 -
T 1 s Vehicles~vehicles=2
T 2 l 3
T 3 s Attributes~attributes=4 Tags~tags=5
T 4 m -
T 5 l 6
T 6 s Key=- Value=-
T 7 s Vehicles~vehicles=8
T 8 l 9
T 9 s Attributes~attributes=4
T 10 s StartTime~startTime=11 ExpiryTime~expiryTime=11 Tags~tags=5
T 11 t -
T 12 s Tags~tags=5
T 13 s Tags~tags=5
T 14 s Tags~tags=5
T 15 s Tags~tags=5
T 16 s Tags~tags=5
T 17 s Attributes~attributes=4 Tags~tags=5
T 18 s StartTime~startTime=11 ExpiryTime~expiryTime=11 CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 19 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 20 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 21 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 22 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 23 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 24 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 25 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 26 s Attributes~attributes=4 CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 27 s NetworkFileDefinitions~networkFileDefinitions=28
T 28 l 29
T 29 s CanDbc~canDbc=30
T 30 s CanDbcFiles~canDbcFiles=31 SignalsMap~signalsMap=33
T 31 l 32
T 32 b
T 33 m -
T 34 s Tags~tags=5
T 35 s CampaignSummaries~campaignSummaries=36
T 36 l 37
T 37 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 38 s Summaries~summaries=39
T 39 l 40
T 40 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 41 s FleetSummaries~fleetSummaries=42
T 42 l 43
T 43 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 44 s Summaries~summaries=45
T 45 l 46
T 46 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 47 s Summaries~summaries=48
T 48 l 49
T 49 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 50 s Summaries~summaries=51
T 51 l 52
T 52 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 53 s ResourceARN=-
T 54 s Tags=5
T 55 s VehicleSummaries~vehicleSummaries=56
T 56 l 57
T 57 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11 Attributes~attributes=4
T 58 s CreationTime~creationTime=11 LastModificationTime~lastModificationTime=11
T 59 s ResourceARN=- Tags=5
T 60 s ResourceARN=- TagKeys=-
T 61 s Attributes~attributes=4
S iotsecuretunneling IoTSecureTunneling IOTSECURETUNNELING api.tunneling.iot IoTSecuredTunneling json1.1 IoTSecuredTunneling 2018-10-05 lower -
E LimitExceededException ResourceNotFoundException
O CloseTunnel - -
O DescribeTunnel - 1
O ListTagsForResource - -
O ListTunnels - 5
O OpenTunnel - -
O RotateTunnelAccessToken - -
O TagResource - -
O UntagResource - -
T 1 s Tunnel~tunnel=2
T 2 s SourceConnectionState~sourceConnectionState=3 DestinationConnectionState~destinationConnectionState=3 CreatedAt~createdAt=4 LastUpdatedAt~lastUpdatedAt=4
T 3 s LastUpdatedAt~lastUpdatedAt=4
T 4 t -
T 5 s TunnelSummaries~tunnelSummaries=6
T 6 l 7
T 7 s CreatedAt~createdAt=4 LastUpdatedAt~lastUpdatedAt=4
S iotthingsgraph IoTThingsGraph IOTTHINGSGRAPH iotthingsgraph iotthingsgraph json1.1 IotThingsGraphFrontEndService 2018-09-06 lower -
E InternalFailureException InvalidRequestException LimitExceededException ResourceAlreadyExistsException ResourceInUseException ResourceNotFoundException ThrottlingException
O AssociateEntityToThing - -
O CreateFlowTemplate - 1
O CreateSystemInstance - 4
O CreateSystemTemplate - 6
O DeleteFlowTemplate - -
O DeleteNamespace - -
O DeleteSystemInstance - -
O DeleteSystemTemplate - -
O DeploySystemInstance - 8
O DeprecateFlowTemplate - -
O DeprecateSystemTemplate - -
O DescribeNamespace - -
O DissociateEntityFromThing - -
O GetEntities - 9
O GetFlowTemplate - 12
O GetFlowTemplateRevisions - 14
O GetNamespaceDeletionStatus - -
O GetSystemInstance - 16
O GetSystemTemplate - 18
O GetSystemTemplateRevisions - 20
O GetUploadStatus - 22
O ListFlowExecutionMessages - 23
O ListTagsForResource - -
O SearchEntities - 26
O SearchFlowExecutions 27 28
O SearchFlowTemplates - 31
O SearchSystemInstances - 32
O SearchSystemTemplates - 34
O SearchThings - -
O TagResource - -
O UndeploySystemInstance - 35
O UntagResource - -
O UpdateFlowTemplate - 36
O UpdateSystemTemplate - 37
O UploadEntityDefinitions - -
T 1 s Summary~summary=2
T 2 s CreatedAt~createdAt=3
T 3 t -
T 4 s Summary~summary=5
T 5 s CreatedAt~createdAt=3 UpdatedAt~updatedAt=3
T 6 s Summary~summary=7
T 7 s CreatedAt~createdAt=3
T 8 s Summary~summary=5
T 9 s Descriptions~descriptions=10
T 10 l 11
T 11 s CreatedAt~createdAt=3
T 12 s Description~description=13
T 13 s Summary~summary=2
T 14 s Summaries~summaries=15
T 15 l 2
T 16 s Description~description=17
T 17 s Summary~summary=5
T 18 s Description~description=19
T 19 s Summary~summary=7
T 20 s Summaries~summaries=21
T 21 l 7
T 22 s CreatedDate~createdDate=3
T 23 s Messages~messages=24
T 24 l 25
T 25 s Timestamp~timestamp=3
T 26 s Descriptions~descriptions=10
T 27 s StartTime~startTime=3 EndTime~endTime=3
T 28 s Summaries~summaries=29
T 29 l 30
T 30 s CreatedAt~createdAt=3 UpdatedAt~updatedAt=3
T 31 s Summaries~summaries=15
T 32 s Summaries~summaries=33
T 33 l 5
T 34 s Summaries~summaries=21
T 35 s Summary~summary=5
T 36 s Summary~summary=2
T 37 s Summary~summary=7
S kendra Kendra KENDRA kendra kendra json1.1 AWSKendraFrontendService 2019-02-03 upper -
E AccessDeniedException ConflictException FeaturedResultsConflictException InternalServerException InvalidRequestException ResourceAlreadyExistException ResourceInUseException ResourceNotFoundException ResourceUnavailableException ServiceQuotaExceededException ThrottlingException ValidationException
O AssociateEntitiesToExperience - -
O AssociatePersonasToEntities - -
O BatchDeleteDocument - -
O BatchDeleteFeaturedResultsSet - -
O BatchGetDocumentStatus 1 -
O BatchPutDocument 8 -
O ClearQuerySuggestions - -
O CreateAccessControlConfiguration 18 -
O CreateDataSource 19 -
O CreateExperience 23 -
O CreateFaq 24 -
O CreateFeaturedResultsSet - -
O CreateIndex 25 -
O CreateQuerySuggestionsBlockList 26 -
O CreateThesaurus 27 -
O DeleteAccessControlConfiguration - -
O DeleteDataSource - -
O DeleteExperience - -
O DeleteFaq - -
O DeleteIndex - -
O DeletePrincipalMapping - -
O DeleteQuerySuggestionsBlockList - -
O DeleteThesaurus - -
O DescribeAccessControlConfiguration - -
O DescribeDataSource - 28
O DescribeExperience - 29
O DescribeFaq - 30
O DescribeFeaturedResultsSet - -
O DescribeIndex - 31
O DescribePrincipalMapping - 32
O DescribeQuerySuggestionsBlockList - 35
O DescribeQuerySuggestionsConfig - 36
O DescribeThesaurus - 37
O DisassociateEntitiesFromExperience - -
O DisassociatePersonasFromEntities - -
O GetQuerySuggestions 38 42
O GetSnapshots - 47
O ListAccessControlConfigurations - -
O ListDataSourceSyncJobs 49 50
O ListDataSources - 53
O ListEntityPersonas - 56
O ListExperienceEntities - -
O ListExperiences - 59
O ListFaqs - 62
O ListFeaturedResultsSets - -
O ListGroupsOlderThanOrderingId - -
O ListIndices - 65
O ListQuerySuggestionsBlockLists - 68
O ListTagsForResource - -
O ListThesauri - 71
O PutPrincipalMapping - -
O Query 74 75
O Retrieve 87 88
O StartDataSourceSyncJob - -
O StopDataSourceSyncJob - -
O SubmitFeedback 91 -
O TagResource - -
O UntagResource - -
O UpdateAccessControlConfiguration - -
O UpdateDataSource 94 -
O UpdateExperience - -
O UpdateFeaturedResultsSet - -
O UpdateIndex - -
O UpdateQuerySuggestionsBlockList - -
O UpdateQuerySuggestionsConfig - -
O UpdateThesaurus - -
T 1 s DocumentInfoList=2
T 2 l 3
T 3 s Attributes=4
T 4 l 5
T 5 s Value=6
T 6 s DateValue=7
T 7 t -
T 8 s Documents=9 CustomDocumentEnrichmentConfiguration=12
T 9 l 10
T 10 s Blob=11 Attributes=4
T 11 b
T 12 s InlineConfigurations=13 PreExtractionHookConfiguration=17 PostExtractionHookConfiguration=17
T 13 l 14
T 14 s Condition=15 Target=16
T 15 s ConditionOnValue=6
T 16 s TargetDocumentAttributeValue=6
T 17 s InvocationCondition=15
T 18 s ClientToken/i=-
T 19 s Configuration=20 ClientToken/i=- CustomDocumentEnrichmentConfiguration=12
T 20 s TemplateConfiguration=21
T 21 s Template=22
T 22 d
T 23 s ClientToken/i=-
T 24 s ClientToken/i=-
T 25 s ClientToken/i=-
T 26 s ClientToken/i=-
T 27 s ClientToken/i=-
T 28 s Configuration=20 CreatedAt=7 UpdatedAt=7 CustomDocumentEnrichmentConfiguration=12
T 29 s CreatedAt=7 UpdatedAt=7
T 30 s CreatedAt=7 UpdatedAt=7
T 31 s CreatedAt=7 UpdatedAt=7
T 32 s GroupOrderingIdSummaries=33
T 33 l 34
T 34 s LastUpdatedAt=7 ReceivedAt=7
T 35 s CreatedAt=7 UpdatedAt=7
T 36 s LastSuggestionsBuildTime=7 LastClearTime=7
T 37 s CreatedAt=7 UpdatedAt=7
T 38 s AttributeSuggestionsConfig=39
T 39 s AttributeFilter=40
T 40 s AndAllFilters=41 OrAllFilters=41 NotFilter=40 EqualsTo=5 ContainsAll=5 ContainsAny=5 GreaterThan=5 GreaterThanOrEquals=5 LessThan=5 LessThanOrEquals=5
T 41 l 40
T 42 s Suggestions=43
T 43 l 44
T 44 s SourceDocuments=45
T 45 l 46
T 46 s AdditionalAttributes=4
T 47 s SnapShotTimeFilter=48
T 48 s StartTime=7 EndTime=7
T 49 s StartTimeFilter=48
T 50 s History=51
T 51 l 52
T 52 s StartTime=7 EndTime=7
T 53 s SummaryItems=54
T 54 l 55
T 55 s CreatedAt=7 UpdatedAt=7
T 56 s SummaryItems=57
T 57 l 58
T 58 s CreatedAt=7 UpdatedAt=7
T 59 s SummaryItems=60
T 60 l 61
T 61 s CreatedAt=7
T 62 s FaqSummaryItems=63
T 63 l 64
T 64 s CreatedAt=7 UpdatedAt=7
T 65 s IndexConfigurationSummaryItems=66
T 66 l 67
T 67 s CreatedAt=7 UpdatedAt=7
T 68 s BlockListSummaryItems=69
T 69 l 70
T 70 s CreatedAt=7 UpdatedAt=7
T 71 s ThesaurusSummaryItems=72
T 72 l 73
T 73 s CreatedAt=7 UpdatedAt=7
T 74 s AttributeFilter=40
T 75 s ResultItems=76 FacetResults=81 FeaturedResultsItems=85
T 76 l 77
T 77 s DocumentAttributes=4 CollapsedResultDetail=78
T 78 s DocumentAttribute=5 ExpandedResults=79
T 79 l 80
T 80 s DocumentAttributes=4
T 81 l 82
T 82 s DocumentAttributeValueCountPairs=83
T 83 l 84
T 84 s DocumentAttributeValue=6 FacetResults=81
T 85 l 86
T 86 s DocumentAttributes=4
T 87 s AttributeFilter=40
T 88 s ResultItems=89
T 89 l 90
T 90 s DocumentAttributes=4
T 91 s ClickFeedbackItems=92
T 92 l 93
T 93 s ClickTime=7
T 94 s Configuration=20 CustomDocumentEnrichmentConfiguration=12
S keyspaces Keyspaces KEYSPACES cassandra cassandra json1.0 KeyspacesService 2022-02-10 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ValidationException
O CreateKeyspace - -
O CreateTable - -
O CreateType - -
O DeleteKeyspace - -
O DeleteTable - -
O DeleteType - -
O GetKeyspace - -
O GetTable - 1
O GetTableAutoScalingSettings - -
O GetType - 7
O ListKeyspaces - -
O ListTables - -
O ListTagsForResource - -
O ListTypes - -
O RestoreTable 8 -
O TagResource - -
O UntagResource - -
O UpdateKeyspace - -
O UpdateTable - -
T 1 s CreationTimestamp~creationTimestamp=2 CapacitySpecification~capacitySpecification=3 PointInTimeRecovery~pointInTimeRecovery=4 ReplicaSpecifications~replicaSpecifications=5
T 2 t -
T 3 s LastUpdateToPayPerRequestTimestamp~lastUpdateToPayPerRequestTimestamp=2
T 4 s EarliestRestorableTimestamp~earliestRestorableTimestamp=2
T 5 l 6
T 6 s CapacitySpecification~capacitySpecification=3
T 7 s LastModifiedTimestamp~lastModifiedTimestamp=2
T 8 s RestoreTimestamp~restoreTimestamp=2
S kinesis Kinesis KINESIS kinesis kinesis json1.1 Kinesis_20131202 2013-12-02 upper -
E AccessDeniedException DryRunOperationException ExpiredIteratorException ExpiredNextTokenException InternalFailureException InvalidArgumentException KMSAccessDeniedException=KmsAccessDeniedException KMSDisabledException=KmsDisabledException KMSInvalidStateException=KmsInvalidStateException KMSNotFoundException=KmsNotFoundException KMSOptInRequired=KmsOptInRequiredException KMSThrottlingException=KmsThrottlingException LimitExceededException ProvisionedThroughputExceededException ResourceInUseException ResourceNotFoundException ThrottlingException ValidationException
O AcknowledgeDeadLetterQueueRecords - -
O AcknowledgeQueueRecords - -
O AddTagsToStream - -
O CreateChannel - 1
O CreateQueue 6 10
O CreateStream - -
O DecreaseStreamRetentionPeriod - -
O DeleteChannel - -
O DeleteQueue - -
O DeleteResourcePolicy - -
O DeleteStream - -
O DeregisterStreamConsumer - -
O DescribeAccountSettings - 12
O DescribeChannel - 14
O DescribeLimits - -
O DescribeQueue - 15
O DescribeStream - 16
O DescribeStreamConsumer - 18
O DescribeStreamSummary - 20
O DisableEnhancedMonitoring - -
O EnableEnhancedMonitoring - -
O GetRecords - 22
O GetResourcePolicy - -
O GetShardIterator 26 -
O IncreaseStreamRetentionPeriod - -
O ListChannels 27 30
O ListQueues 35 38
O ListShards 43 -
O ListStreamConsumers 45 46
O ListStreams - 49
O ListTagsForResource - -
O ListTagsForStream - -
O MergeShards - -
O PutRecord 52 -
O PutRecords 53 -
O PutResourcePolicy - -
O ReceiveDeadLetterQueueRecords - 56
O ReceiveQueueRecords - 61
O RegisterStreamConsumer - 62
O RemoveTagsFromStream - -
O RestoreDeadLetterQueueRecords - -
O SplitShard - -
O StartStreamEncryption - -
O StopStreamEncryption - -
O TagResource - -
O UntagResource - -
O UpdateAccountSettings - 63
O UpdateChannel - 64
O UpdateDeadLetterQueueRecordsVisibility - -
O UpdateMaxRecordSize - -
O UpdateQueue - 65
O UpdateQueueRecordsVisibility - -
O UpdateShardCount - -
O UpdateStreamMode - -
O UpdateStreamRecordDistributionStrategy - -
O UpdateStreamWarmThroughput - -
T 1 s ChannelDescription=2
T 2 s ChannelCreationTimestamp=3 StreamConfigurationList=4
T 3 t -
T 4 l 5
T 5 s StreamCreationTimestamp=3
T 6 s StreamConfigurationList=7
T 7 l 8
T 8 s StartingPosition=9
T 9 s Timestamp=3
T 10 s QueueDescription=11
T 11 s QueueCreationTimestamp=3 StreamConfigurationList=7
T 12 s MinimumThroughputBillingCommitment=13
T 13 s StartedAt=3 EndedAt=3 EarliestAllowedEndAt=3
T 14 s ChannelDescription=2
T 15 s QueueDescription=11
T 16 s StreamDescription=17
T 17 s StreamCreationTimestamp=3
T 18 s ConsumerDescription=19
T 19 s ConsumerCreationTimestamp=3
T 20 s StreamDescriptionSummary=21
T 21 s StreamCreationTimestamp=3
T 22 s Records=23
T 23 l 24
T 24 s ApproximateArrivalTimestamp=3 Data=25
T 25 b
T 26 s Timestamp=3
T 27 s StreamFilter=28
T 28 l 29
T 29 s StreamCreationTimestamp=3
T 30 s ChannelSummaries=31
T 31 l 32
T 32 s ChannelCreationTimestamp=3 Streams=33
T 33 l 34
T 34 s StreamCreationTimestamp=3
T 35 s StreamFilter=36
T 36 l 37
T 37 s StreamCreationTimestamp=3
T 38 s QueueSummaries=39
T 39 l 40
T 40 s QueueCreationTimestamp=3 Streams=41
T 41 l 42
T 42 s StreamCreationTimestamp=3
T 43 s StreamCreationTimestamp=3 ShardFilter=44
T 44 s Timestamp=3
T 45 s StreamCreationTimestamp=3
T 46 s Consumers=47
T 47 l 48
T 48 s ConsumerCreationTimestamp=3
T 49 s StreamSummaries=50
T 50 l 51
T 51 s StreamCreationTimestamp=3
T 52 s Data=25
T 53 s Records=54
T 54 l 55
T 55 s Data=25
T 56 s QueueRecords=57
T 57 l 58
T 58 s Data=25 ApproximateArrivalTimestamp=59 FirstReceiveTimestamp=60
T 59 t -
T 60 t -
T 61 s QueueRecords=57
T 62 s Consumer=48
T 63 s MinimumThroughputBillingCommitment=13
T 64 s ChannelDescription=2
T 65 s QueueDescription=11
S kinesisanalytics KinesisAnalytics KINESIS_ANALYTICS kinesisanalytics kinesisanalytics json1.1 KinesisAnalytics_20150814 2015-08-14 upper -
E CodeValidationException ConcurrentModificationException InvalidApplicationConfigurationException InvalidArgumentException LimitExceededException ResourceInUseException ResourceNotFoundException ResourceProvisionedThroughputExceededException ServiceUnavailableException TooManyTagsException UnableToDetectSchemaException UnsupportedOperationException
O AddApplicationCloudWatchLoggingOption - -
O AddApplicationInput - -
O AddApplicationInputProcessingConfiguration - -
O AddApplicationOutput - -
O AddApplicationReferenceDataSource - -
O CreateApplication - -
O DeleteApplication 1 -
O DeleteApplicationCloudWatchLoggingOption - -
O DeleteApplicationInputProcessingConfiguration - -
O DeleteApplicationOutput - -
O DeleteApplicationReferenceDataSource - -
O DescribeApplication - 3
O DiscoverInputSchema - -
O ListApplications - -
O ListTagsForResource - -
O StartApplication - -
O StopApplication - -
O TagResource - -
O UntagResource - -
O UpdateApplication - -
T 1 s CreateTimestamp=2
T 2 t -
T 3 s ApplicationDetail=4
T 4 s CreateTimestamp=2 LastUpdateTimestamp=2
S kinesisanalyticsv2 KinesisAnalyticsV2 KINESIS_ANALYTICS_V2 kinesisanalytics kinesisanalytics json1.1 KinesisAnalytics_20180523 2018-05-23 upper -
E CodeValidationException ConcurrentModificationException InvalidApplicationConfigurationException InvalidArgumentException InvalidRequestException LimitExceededException ResourceInUseException ResourceNotFoundException ResourceProvisionedThroughputExceededException ServiceUnavailableException TooManyTagsException UnableToDetectSchemaException UnsupportedOperationException
O AddApplicationCloudWatchLoggingOption - -
O AddApplicationInput - -
O AddApplicationInputProcessingConfiguration - -
O AddApplicationOutput - -
O AddApplicationReferenceDataSource - -
O AddApplicationVpcConfiguration - -
O CreateApplication 1 6
O CreateApplicationPresignedUrl - -
O CreateApplicationSnapshot - -
O CreateSnapshot - -
O DeleteApplication 9 -
O DeleteApplicationCloudWatchLoggingOption - -
O DeleteApplicationInputProcessingConfiguration - -
O DeleteApplicationOutput - -
O DeleteApplicationReferenceDataSource - -
O DeleteApplicationSnapshot 10 -
O DeleteApplicationVpcConfiguration - -
O DeleteSnapshot 11 -
O DescribeApplication - 12
O DescribeApplicationOperation - 13
O DescribeApplicationSnapshot - 15
O DescribeApplicationVersion - 17
O DescribeSnapshot - 18
O DescribeSnapshotOperation - 22
O DiscoverInputSchema - -
O ExportSnapshot - -
O ImportSnapshot - -
O ListApplicationOperations - 24
O ListApplicationSnapshots - 27
O ListApplicationVersions - -
O ListApplications - -
O ListSnapshotOperations - 29
O ListSnapshots - 32
O ListTagsForResource - -
O RollbackApplication - 35
O StartApplication - -
O StopApplication - -
O TagResource - -
O UntagResource - -
O UpdateApplication 36 40
O UpdateApplicationMaintenanceConfiguration - -
T 1 s ApplicationConfiguration=2
T 2 s ApplicationCodeConfiguration=3
T 3 s CodeContent=4
T 4 s ZipFileContent=5
T 5 b
T 6 s ApplicationDetail=7
T 7 s CreateTimestamp=8 LastUpdateTimestamp=8 ApplicationVersionCreateTimestamp=8
T 8 t -
T 9 s CreateTimestamp=8
T 10 s SnapshotCreationTimestamp=8
T 11 s SnapshotCreationTimestamp=8
T 12 s ApplicationDetail=7
T 13 s ApplicationOperationInfoDetails=14
T 14 s StartTime=8 EndTime=8
T 15 s SnapshotDetails=16
T 16 s SnapshotCreationTimestamp=8
T 17 s ApplicationVersionDetail=7
T 18 s SnapshotInfoDetails=19
T 19 s SnapshotCreationTimestamp=8 SnapshotSourceDescription=20
T 20 s SourceApplicationDescription=21
T 21 s ApplicationCreationTimestamp=8
T 22 s SnapshotOperationInfoDetails=23
T 23 s StartTime=8 EndTime=8
T 24 s ApplicationOperationInfoList=25
T 25 l 26
T 26 s StartTime=8 EndTime=8
T 27 s SnapshotSummaries=28
T 28 l 16
T 29 s SnapshotOperationInfoList=30
T 30 l 31
T 31 s StartTime=8 EndTime=8
T 32 s SnapshotInfoList=33
T 33 l 34
T 34 s SnapshotCreationTimestamp=8
T 35 s ApplicationDetail=7
T 36 s ApplicationConfigurationUpdate=37
T 37 s ApplicationCodeConfigurationUpdate=38
T 38 s CodeContentUpdate=39
T 39 s ZipFileContentUpdate=5
T 40 s ApplicationDetail=7
S kms Kms KMS kms kms json1.1 TrentService 2014-11-01 upper -
E AlreadyExistsException CloudHsmClusterInUseException CloudHsmClusterInvalidConfigurationException CloudHsmClusterNotActiveException CloudHsmClusterNotFoundException CloudHsmClusterNotRelatedException ConflictException CustomKeyStoreHasCMKsException=CustomKeyStoreHasCmKsException CustomKeyStoreInvalidStateException CustomKeyStoreNameInUseException CustomKeyStoreNotFoundException DependencyTimeoutException DisabledException DryRunOperationException ExpiredImportTokenException IncorrectKeyException IncorrectKeyMaterialException IncorrectTrustAnchorException InvalidAliasNameException InvalidArnException InvalidCiphertextException InvalidGrantIdException InvalidGrantTokenException InvalidImportTokenException InvalidKeyUsageException InvalidMarkerException KMSInternalException=KmsInternalException KMSInvalidMacException=KmsInvalidMacException KMSInvalidSignatureException=KmsInvalidSignatureException KMSInvalidStateException=KmsInvalidStateException KeyUnavailableException LimitExceededException MalformedPolicyDocumentException NotFoundException TagException UnsupportedOperationException XksKeyAlreadyInUseException XksKeyInvalidConfigurationException XksKeyNotFoundException XksProxyIncorrectAuthenticationCredentialException XksProxyInvalidConfigurationException XksProxyInvalidResponseException XksProxyUriEndpointInUseException XksProxyUriInUseException XksProxyUriUnreachableException XksProxyVpcEndpointServiceInUseException XksProxyVpcEndpointServiceInvalidConfigurationException XksProxyVpcEndpointServiceNotFoundException
O CancelKeyDeletion - -
O ConnectCustomKeyStore - -
O CreateAlias - -
O CreateCustomKeyStore - -
O CreateGrant - -
O CreateKey - 1
O Decapsulate 4 6
O Decrypt 8 11
O DeleteAlias - -
O DeleteCustomKeyStore - -
O DeleteImportedKeyMaterial - -
O DeriveSharedSecret 12 14
O DescribeCustomKeyStores - 15
O DescribeKey - 18
O DisableKey - -
O DisableKeyRotation - -
O DisconnectCustomKeyStore - -
O EnableKey - -
O EnableKeyRotation - -
O Encapsulate - 19
O Encrypt 20 21
O GenerateDataKey 22 23
O GenerateDataKeyPair 24 25
O GenerateDataKeyPairWithoutPlaintext - 26
O GenerateDataKeyWithoutPlaintext - 27
O GenerateMac 28 29
O GenerateRandom 30 31
O GetKeyLastUsage - 32
O GetKeyPolicy - -
O GetKeyRotationStatus - 34
O GetParametersForImport - 35
O GetPublicKey - 36
O ImportKeyMaterial 37 -
O ListAliases - 38
O ListGrants - 41
O ListKeyPolicies - -
O ListKeyRotations - 44
O ListKeys - -
O ListResourceTags - -
O ListRetirableGrants - 41
O PutKeyPolicy - -
O ReEncrypt 47 48
O ReplicateKey - 49
O RetireGrant - -
O RevokeGrant - -
O RotateKeyOnDemand - -
O ScheduleKeyDeletion - 50
O Sign 51 52
O TagResource - -
O UntagResource - -
O UpdateAlias - -
O UpdateCustomKeyStore - -
O UpdateKeyDescription - -
O UpdatePrimaryRegion - -
O Verify 53 -
O VerifyMac 54 -
T 1 s KeyMetadata=2
T 2 s CreationDate=3 DeletionDate=3 ValidTo=3
T 3 t -
T 4 s SharedSecretCiphertextBlob=5
T 5 b
T 6 s SharedSecret=7
T 7 b
T 8 s CiphertextBlob=5 Recipient=9
T 9 s AttestationDocument=10
T 10 b
T 11 s Plaintext=7 CiphertextForRecipient=5
T 12 s PublicKey=13 Recipient=9
T 13 b
T 14 s SharedSecret=7 CiphertextForRecipient=5
T 15 s CustomKeyStores=16
T 16 l 17
T 17 s CreationDate=3
T 18 s KeyMetadata=2
T 19 s SharedSecret=7 SharedSecretCiphertextBlob=5
T 20 s Plaintext=7
T 21 s CiphertextBlob=5
T 22 s Recipient=9
T 23 s CiphertextBlob=5 Plaintext=7 CiphertextForRecipient=5
T 24 s Recipient=9
T 25 s PrivateKeyCiphertextBlob=5 PrivateKeyPlaintext=7 PublicKey=13 CiphertextForRecipient=5
T 26 s PrivateKeyCiphertextBlob=5 PublicKey=13
T 27 s CiphertextBlob=5
T 28 s Message=7
T 29 s Mac=5
T 30 s Recipient=9
T 31 s Plaintext=7 CiphertextForRecipient=5
T 32 s KeyLastUsage=33 TrackingStartDate=3 KeyCreationDate=3
T 33 s Timestamp=3
T 34 s NextRotationDate=3 OnDemandRotationStartDate=3
T 35 s ImportToken=5 PublicKey=7 ParametersValidTo=3
T 36 s PublicKey=13
T 37 s ImportToken=5 EncryptedKeyMaterial=5 ValidTo=3
T 38 s Aliases=39
T 39 l 40
T 40 s CreationDate=3 LastUpdatedDate=3
T 41 s Grants=42
T 42 l 43
T 43 s CreationDate=3
T 44 s Rotations=45
T 45 l 46
T 46 s ValidTo=3 RotationDate=3
T 47 s CiphertextBlob=5
T 48 s CiphertextBlob=5
T 49 s ReplicaKeyMetadata=2
T 50 s DeletionDate=3
T 51 s Message=7
T 52 s Signature=5
T 53 s Message=7 Signature=5
T 54 s Message=7 Mac=5
S lambda Lambda LAMBDA lambda lambda rest-json - 2015-03-31 upper -
E AliasLimitExceededException CallbackTimeoutException CapacityProviderLimitExceededException CodeArtifactUserDeletedException CodeArtifactUserFailedException CodeArtifactUserPendingException CodeSigningConfigNotFoundException CodeStorageExceededException CodeVerificationFailedException DurableExecutionAlreadyStartedException EC2AccessDeniedException=Ec2AccessDeniedException EC2ThrottledException=Ec2ThrottledException EC2UnexpectedException=Ec2UnexpectedException EFSIOException=EfsioException EFSMountConnectivityException=EfsMountConnectivityException EFSMountFailureException=EfsMountFailureException EFSMountTimeoutException=EfsMountTimeoutException ENILimitReachedException=EniLimitReachedException ENINotReadyException=EniNotReadyException FunctionVersionsPerCapacityProviderLimitExceededException InvalidCodeSignatureException InvalidParameterValueException InvalidRequestContentException InvalidRuntimeException InvalidSecurityGroupIDException=InvalidSecurityGroupIdException InvalidSubnetIDException=InvalidSubnetIdException InvalidZipFileException KMSAccessDeniedException=KmsAccessDeniedException KMSDisabledException=KmsDisabledException KMSInvalidStateException=KmsInvalidStateException KMSNotFoundException=KmsNotFoundException ModeNotSupportedException NoPublishedVersionException PolicyLengthExceededException PreconditionFailedException ProvisionedConcurrencyConfigNotFoundException PublicPolicyException RecursiveInvocationException RequestTooLargeException ResourceConflictException ResourceInUseException ResourceNotFoundException ResourceNotReadyException RuntimeAliasDeletedException RuntimeVersionDeletedException S3FilesMountConnectivityException S3FilesMountFailureException S3FilesMountTimeoutException SerializedRequestEntityTooLargeException ServiceException ServiceQuotaExceededException SnapStartException SnapStartNotReadyException SnapStartRegenerationFailureException SnapStartTimeoutException SubnetIPAddressLimitReachedException=SubnetIpAddressLimitReachedException TooManyRequestsException UnsupportedMediaTypeException
O AddLayerVersionPermission 1 - POST /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy
O AddPermission 2 - POST /2015-03-31/functions/{FunctionName}/policy
O CheckpointDurableExecution 3 4 POST /2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint
O CreateAlias 11 - POST /2015-03-31/functions/{FunctionName}/aliases
O CreateCapacityProvider - - POST /2025-11-30/capacity-providers
O CreateCodeSigningConfig - - POST /2020-04-22/code-signing-configs
O CreateEventSourceMapping 12 14 POST /2015-03-31/event-source-mappings
O CreateFunction 15 - POST /2015-03-31/functions
O CreateFunctionUrlConfig 18 - POST /2021-10-31/functions/{FunctionName}/url
O DeleteAlias 19 - DELETE /2015-03-31/functions/{FunctionName}/aliases/{Name}
O DeleteCapacityProvider 20 - DELETE /2025-11-30/capacity-providers/{CapacityProviderName}
O DeleteCodeSigningConfig 21 - DELETE /2020-04-22/code-signing-configs/{CodeSigningConfigArn}
O DeleteDurableExecution 22 23 DELETE /2025-12-01/durable-executions/{DurableExecutionArn}
O DeleteEventSourceMapping 24 14 DELETE /2015-03-31/event-source-mappings/{UUID}
O DeleteFunction 25 26 DELETE /2015-03-31/functions/{FunctionName}
O DeleteFunctionCodeSigningConfig 27 - DELETE /2020-06-30/functions/{FunctionName}/code-signing-config
O DeleteFunctionConcurrency 28 - DELETE /2017-10-31/functions/{FunctionName}/concurrency
O DeleteFunctionEventInvokeConfig 29 - DELETE /2019-09-25/functions/{FunctionName}/event-invoke-config
O DeleteFunctionUrlConfig 30 - DELETE /2021-10-31/functions/{FunctionName}/url
O DeleteLayerVersion 31 - DELETE /2018-10-31/layers/{LayerName}/versions/{VersionNumber}
O DeleteProvisionedConcurrencyConfig 32 - DELETE /2019-09-30/functions/{FunctionName}/provisioned-concurrency
O DeleteResourcePolicy 33 - DELETE /2026-07-09/resource-policy/{ResourceArn}
O GetAccountSettings - - GET /2016-08-19/account-settings
O GetAlias 34 - GET /2015-03-31/functions/{FunctionName}/aliases/{Name}
O GetCapacityProvider 35 - GET /2025-11-30/capacity-providers/{CapacityProviderName}
O GetCodeSigningConfig 36 - GET /2020-04-22/code-signing-configs/{CodeSigningConfigArn}
O GetDurableExecution 37 38 GET /2025-12-01/durable-executions/{DurableExecutionArn}
O GetDurableExecutionHistory 40 41 GET /2025-12-01/durable-executions/{DurableExecutionArn}/history
O GetDurableExecutionState 48 49 GET /2025-12-01/durable-executions/{DurableExecutionArn}/state
O GetEventSourceMapping 50 14 GET /2015-03-31/event-source-mappings/{UUID}
O GetFunction 51 - GET /2015-03-31/functions/{FunctionName}
O GetFunctionCodeSigningConfig 52 - GET /2020-06-30/functions/{FunctionName}/code-signing-config
O GetFunctionConcurrency 53 - GET /2019-09-30/functions/{FunctionName}/concurrency
O GetFunctionConfiguration 54 - GET /2015-03-31/functions/{FunctionName}/configuration
O GetFunctionEventInvokeConfig 55 56 GET /2019-09-25/functions/{FunctionName}/event-invoke-config
O GetFunctionRecursionConfig 57 - GET /2024-08-31/functions/{FunctionName}/recursion-config
O GetFunctionScalingConfig 58 - GET /2025-11-30/functions/{FunctionName}/function-scaling-config
O GetFunctionUrlConfig 59 - GET /2021-10-31/functions/{FunctionName}/url
O GetLayerVersion 60 - GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}
O GetLayerVersionByArn 61 - GET /2018-10-31/layers?find=LayerVersion
O GetLayerVersionPolicy 62 - GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy
O GetPolicy 63 - GET /2015-03-31/functions/{FunctionName}/policy
O GetProvisionedConcurrencyConfig 64 - GET /2019-09-30/functions/{FunctionName}/provisioned-concurrency
O GetResourcePolicy 65 - GET /2026-07-09/resource-policy/{ResourceArn}
O GetRuntimeManagementConfig 66 - GET /2021-07-20/functions/{FunctionName}/runtime-management-config
O Invoke 67 68 POST /2015-03-31/functions/{FunctionName}/invocations
O InvokeAsync 69 71 POST /2014-11-13/functions/{FunctionName}/invoke-async
O ListAliases 72 - GET /2015-03-31/functions/{FunctionName}/aliases
O ListCapacityProviders 73 - GET /2025-11-30/capacity-providers
O ListCodeSigningConfigs 74 - GET /2020-04-22/code-signing-configs
O ListDurableExecutionsByFunction 75 76 GET /2025-12-01/functions/{FunctionName}/durable-executions
O ListEventSourceMappings 79 80 GET /2015-03-31/event-source-mappings
O ListFunctionEventInvokeConfigs 82 83 GET /2019-09-25/functions/{FunctionName}/event-invoke-config/list
O ListFunctionUrlConfigs 85 - GET /2021-10-31/functions/{FunctionName}/urls
O ListFunctionVersionsByCapacityProvider 86 - GET /2025-11-30/capacity-providers/{CapacityProviderName}/function-versions
O ListFunctions 87 - GET /2015-03-31/functions
O ListFunctionsByCodeSigningConfig 88 - GET /2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions
O ListLayerVersions 89 - GET /2018-10-31/layers/{LayerName}/versions
O ListLayers 90 - GET /2018-10-31/layers
O ListProvisionedConcurrencyConfigs 91 - GET /2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL
O ListTags 92 - GET /2017-03-31/tags/{Resource}
O ListVersionsByFunction 93 - GET /2015-03-31/functions/{FunctionName}/versions
O PauseDurableExecution 94 - POST /2025-12-01/durable-executions/{DurableExecutionArn}/pause
O PublishLayerVersion 95 - POST /2018-10-31/layers/{LayerName}/versions
O PublishVersion 97 - POST /2015-03-31/functions/{FunctionName}/versions
O PutFunctionCodeSigningConfig 98 - PUT /2020-06-30/functions/{FunctionName}/code-signing-config
O PutFunctionConcurrency 99 - PUT /2017-10-31/functions/{FunctionName}/concurrency
O PutFunctionEventInvokeConfig 100 56 PUT /2019-09-25/functions/{FunctionName}/event-invoke-config
O PutFunctionRecursionConfig 101 - PUT /2024-08-31/functions/{FunctionName}/recursion-config
O PutFunctionScalingConfig 102 - PUT /2025-11-30/functions/{FunctionName}/function-scaling-config
O PutProvisionedConcurrencyConfig 103 - PUT /2019-09-30/functions/{FunctionName}/provisioned-concurrency
O PutResourcePolicy 104 - PUT /2026-07-09/resource-policy/{ResourceArn}
O PutRuntimeManagementConfig 105 - PUT /2021-07-20/functions/{FunctionName}/runtime-management-config
O RemoveLayerVersionPermission 106 - DELETE /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}
O RemovePermission 107 - DELETE /2015-03-31/functions/{FunctionName}/policy/{StatementId}
O ResumeDurableExecution 108 - POST /2025-12-01/durable-executions/{DurableExecutionArn}/resume
O SendDurableExecutionCallbackFailure 109 - POST /2025-12-01/durable-execution-callbacks/{CallbackId}/fail
O SendDurableExecutionCallbackHeartbeat 110 - POST /2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat
O SendDurableExecutionCallbackSuccess 111 - POST /2025-12-01/durable-execution-callbacks/{CallbackId}/succeed
O StopDurableExecution 113 114 POST /2025-12-01/durable-executions/{DurableExecutionArn}/stop
O TagResource 115 - POST /2017-03-31/tags/{Resource}
O UntagResource 116 - DELETE /2017-03-31/tags/{Resource}
O UpdateAlias 117 - PUT /2015-03-31/functions/{FunctionName}/aliases/{Name}
O UpdateCapacityProvider 118 - PUT /2025-11-30/capacity-providers/{CapacityProviderName}
O UpdateCodeSigningConfig 119 - PUT /2020-04-22/code-signing-configs/{CodeSigningConfigArn}
O UpdateEventSourceMapping 120 14 PUT /2015-03-31/event-source-mappings/{UUID}
O UpdateFunctionCode 121 - PUT /2015-03-31/functions/{FunctionName}/code
O UpdateFunctionConfiguration 122 - PUT /2015-03-31/functions/{FunctionName}/configuration
O UpdateFunctionEventInvokeConfig 123 56 POST /2019-09-25/functions/{FunctionName}/event-invoke-config
O UpdateFunctionUrlConfig 124 - PUT /2021-10-31/functions/{FunctionName}/url
T 1 s LayerName/u=- VersionNumber/u=- RevisionId/q=-
T 2 s FunctionName/u=- Qualifier/q=-
T 3 s DurableExecutionArn/u=- ClientToken/i=-
T 4 s NewExecutionState=5
T 5 s Operations=6
T 6 l 7
T 7 s StartTimestamp=8 EndTimestamp=8 StepDetails=9 WaitDetails=10
T 8 t -
T 9 s NextAttemptTimestamp=8
T 10 s ScheduledEndTimestamp=8
T 11 s FunctionName/u=-
T 12 s StartingPositionTimestamp=13
T 13 t -
T 14 s StartingPositionTimestamp=13 LastModified=13
T 15 s Code=16
T 16 s ZipFile=17
T 17 b
T 18 s FunctionName/u=- Qualifier/q=-
T 19 s FunctionName/u=- Name/u=-
T 20 s CapacityProviderName/u=-
T 21 s CodeSigningConfigArn/u=-
T 22 s DurableExecutionArn/u=-
T 23 s DeletionRequestTimestamp=8
T 24 s UUID/u=-
T 25 s FunctionName/u=- Qualifier/q=-
T 26 s StatusCode/c=-
T 27 s FunctionName/u=-
T 28 s FunctionName/u=-
T 29 s FunctionName/u=- Qualifier/q=-
T 30 s FunctionName/u=- Qualifier/q=-
T 31 s LayerName/u=- VersionNumber/u=-
T 32 s FunctionName/u=- Qualifier/q=-
T 33 s ResourceArn/u=- RevisionId/q=-
T 34 s FunctionName/u=- Name/u=-
T 35 s CapacityProviderName/u=-
T 36 s CodeSigningConfigArn/u=-
T 37 s DurableExecutionArn/u=- IncludeExecutionData/q=-
T 38 s StartTimestamp=8 EndTimestamp=8 PauseDetails=39 ExpectedExecutionTimeoutTimestamp=8
T 39 s PauseRequestTimestamp=8
T 40 s DurableExecutionArn/u=- IncludeExecutionData/q=- MaxItems/q=- Marker/q=- ReverseOrder/q=-
T 41 s Events=42
T 42 l 43
T 43 s EventTimestamp=8 WaitStartedDetails=44 InvocationCompletedDetails=45 ExecutionPausedDetails=46 ExecutionResumedDetails=47
T 44 s ScheduledEndTimestamp=8
T 45 s StartTimestamp=8 EndTimestamp=8
T 46 s PauseRequestTimestamp=8
T 47 s ResumeRequestTimestamp=8
T 48 s DurableExecutionArn/u=- CheckpointToken/q=- Marker/q=- MaxItems/q=-
T 49 s Operations=6
T 50 s UUID/u=-
T 51 s FunctionName/u=- Qualifier/q=-
T 52 s FunctionName/u=-
T 53 s FunctionName/u=-
T 54 s FunctionName/u=- Qualifier/q=-
T 55 s FunctionName/u=- Qualifier/q=-
T 56 s LastModified=13
T 57 s FunctionName/u=-
T 58 s FunctionName/u=- Qualifier/q=-
T 59 s FunctionName/u=- Qualifier/q=-
T 60 s LayerName/u=- VersionNumber/u=-
T 61 s Arn/q=-
T 62 s LayerName/u=- VersionNumber/u=-
T 63 s FunctionName/u=- Qualifier/q=-
T 64 s FunctionName/u=- Qualifier/q=-
T 65 s ResourceArn/u=-
T 66 s FunctionName/u=- Qualifier/q=-
T 67 s FunctionName/u=- InvocationType~X-Amz-Invocation-Type/h=- LogType~X-Amz-Log-Type/h=- ClientContext~X-Amz-Client-Context/h=- DurableExecutionName~X-Amz-Durable-Execution-Name/h=- Payload/p=17 Qualifier/q=- TenantId~X-Amz-Tenant-Id/h=-
T 68 s StatusCode/c=- FunctionError~X-Amz-Function-Error/h=- LogResult~X-Amz-Log-Result/h=- Payload/p=17 ExecutedVersion~X-Amz-Executed-Version/h=- DurableExecutionArn~X-Amz-Durable-Execution-Arn/h=-
T 69 s FunctionName/u=- InvokeArgs/p=70
T 70 b
T 71 s Status/c=-
T 72 s FunctionName/u=- FunctionVersion/q=- Marker/q=- MaxItems/q=-
T 73 s State/q=- Marker/q=- MaxItems/q=-
T 74 s Marker/q=- MaxItems/q=-
T 75 s FunctionName/u=- Qualifier/q=- DurableExecutionName/q=- Statuses/q=- StartedAfter/q=8 StartedBefore/q=8 ReverseOrder/q=- Marker/q=- MaxItems/q=-
T 76 s DurableExecutions=77
T 77 l 78
T 78 s StartTimestamp=8 EndTimestamp=8
T 79 s EventSourceArn/q=- FunctionName/q=- Marker/q=- MaxItems/q=-
T 80 s EventSourceMappings=81
T 81 l 14
T 82 s FunctionName/u=- Marker/q=- MaxItems/q=-
T 83 s FunctionEventInvokeConfigs=84
T 84 l 56
T 85 s FunctionName/u=- Marker/q=- MaxItems/q=-
T 86 s CapacityProviderName/u=- Marker/q=- MaxItems/q=-
T 87 s MasterRegion/q=- FunctionVersion/q=- Marker/q=- MaxItems/q=-
T 88 s CodeSigningConfigArn/u=- Marker/q=- MaxItems/q=-
T 89 s CompatibleArchitecture/q=- CompatibleRuntime/q=- LayerName/u=- Marker/q=- MaxItems/q=-
T 90 s CompatibleArchitecture/q=- CompatibleRuntime/q=- Marker/q=- MaxItems/q=-
T 91 s FunctionName/u=- Marker/q=- MaxItems/q=-
T 92 s Resource/u=-
T 93 s FunctionName/u=- Marker/q=- MaxItems/q=-
T 94 s DurableExecutionArn/u=- ClientToken/i=-
T 95 s LayerName/u=- Content=96
T 96 s ZipFile=17
T 97 s FunctionName/u=-
T 98 s FunctionName/u=-
T 99 s FunctionName/u=-
T 100 s FunctionName/u=- Qualifier/q=-
T 101 s FunctionName/u=-
T 102 s FunctionName/u=- Qualifier/q=-
T 103 s FunctionName/u=- Qualifier/q=-
T 104 s ResourceArn/u=-
T 105 s FunctionName/u=- Qualifier/q=-
T 106 s LayerName/u=- VersionNumber/u=- StatementId/u=- RevisionId/q=-
T 107 s FunctionName/u=- StatementId/u=- Qualifier/q=- RevisionId/q=-
T 108 s DurableExecutionArn/u=- ClientToken/i=-
T 109 s CallbackId/u=- Error/p=-
T 110 s CallbackId/u=-
T 111 s CallbackId/u=- Result/p=112
T 112 b
T 113 s DurableExecutionArn/u=- Error/p=-
T 114 s StopTimestamp=8
T 115 s Resource/u=-
T 116 s Resource/u=- TagKeys~tagKeys/q=-
T 117 s FunctionName/u=- Name/u=-
T 118 s CapacityProviderName/u=-
T 119 s CodeSigningConfigArn/u=-
T 120 s UUID/u=-
T 121 s FunctionName/u=- ZipFile=17
T 122 s FunctionName/u=-
T 123 s FunctionName/u=- Qualifier/q=-
T 124 s FunctionName/u=- Qualifier/q=-
S licensemanager LicenseManager LICENSE_MANAGER license-manager license-manager json1.1 AWSLicenseManager 2018-08-01 upper -
E AccessDeniedException AuthorizationException ConflictException EntitlementNotAllowedException FailedDependencyException FilterLimitExceededException InvalidParameterValueException InvalidResourceStateException LicenseUsageException NoEntitlementsAllowedException RateLimitExceededException RedirectException ResourceLimitExceededException ResourceNotFoundException ServerInternalException UnsupportedDigitalSignatureMethodException ValidationException
O AcceptGrant - -
O CheckInLicense - -
O CheckoutBorrowLicense - -
O CheckoutLicense - -
O CreateGrant - -
O CreateGrantVersion - -
O CreateLicense - -
O CreateLicenseAssetGroup - -
O CreateLicenseAssetRuleset - -
O CreateLicenseConfiguration - -
O CreateLicenseConversionTaskForResource - -
O CreateLicenseManagerReportGenerator 1 -
O CreateLicenseVersion - -
O CreateToken - -
O DeleteGrant - -
O DeleteLicense - -
O DeleteLicenseAssetGroup - -
O DeleteLicenseAssetRuleset - -
O DeleteLicenseConfiguration - -
O DeleteLicenseManagerReportGenerator - -
O DeleteToken - -
O ExtendLicenseConsumption - -
O GetAccessToken - -
O GetGrant - -
O GetLicense - -
O GetLicenseAssetGroup - 5
O GetLicenseAssetRuleset - -
O GetLicenseConfiguration - 7
O GetLicenseConversionTask - 9
O GetLicenseManagerReportGenerator - 10
O GetLicenseUsage - -
O GetServiceSettings - -
O ListAssetsForLicenseAssetGroup - 13
O ListAssociationsForLicenseConfiguration - 16
O ListDistributedGrants - -
O ListFailuresForLicenseConfigurationOperations - 19
O ListLicenseAssetGroups - 22
O ListLicenseAssetRulesets - -
O ListLicenseConfigurations - 24
O ListLicenseConfigurationsForOrganization - 27
O ListLicenseConversionTasks - 28
O ListLicenseManagerReportGenerators - 31
O ListLicenseSpecificationsForResource - -
O ListLicenseVersions - -
O ListLicenses - -
O ListReceivedGrants - -
O ListReceivedGrantsForOrganization - -
O ListReceivedLicenses - -
O ListReceivedLicensesForOrganization - -
O ListResourceInventory - -
O ListTagsForResource - -
O ListTokens - -
O ListUsageForLicenseConfiguration - 33
O RejectGrant - -
O TagResource - -
O UntagResource - -
O UpdateLicenseAssetGroup - -
O UpdateLicenseAssetRuleset - -
O UpdateLicenseConfiguration - -
O UpdateLicenseManagerReportGenerator 36 -
O UpdateLicenseSpecificationsForResource - -
O UpdateServiceSettings - -
T 1 s ReportContext=2 ReportFrequency=4
T 2 s LicenseConfigurationArns~licenseConfigurationArns=- LicenseAssetGroupArns~licenseAssetGroupArns=- ReportStartDate~reportStartDate=3 ReportEndDate~reportEndDate=3
T 3 t -
T 4 s Value~value=- Period~period=-
T 5 s LicenseAssetGroup=6
T 6 s LatestUsageAnalysisTime=3 LatestResourceDiscoveryTime=3
T 7 s AutomatedDiscoveryInformation=8
T 8 s LastRunTime=3
T 9 s StartTime=3 LicenseConversionTime=3 EndTime=3
T 10 s ReportGenerator=11
T 11 s ReportContext=2 ReportFrequency=4 S3Location=12
T 12 s Bucket~bucket=- KeyPrefix~keyPrefix=-
T 13 s Assets=14
T 14 l 15
T 15 s LatestAssetDiscoveryTime=3
T 16 s LicenseConfigurationAssociations=17
T 17 l 18
T 18 s AssociationTime=3
T 19 s LicenseOperationFailureList=20
T 20 l 21
T 21 s FailureTime=3
T 22 s LicenseAssetGroups=23
T 23 l 6
T 24 s LicenseConfigurations=25
T 25 l 26
T 26 s AutomatedDiscoveryInformation=8
T 27 s LicenseConfigurations=25
T 28 s LicenseConversionTasks=29
T 29 l 30
T 30 s StartTime=3 LicenseConversionTime=3 EndTime=3
T 31 s ReportGenerators=32
T 32 l 11
T 33 s LicenseConfigurationUsageList=34
T 34 l 35
T 35 s AssociationTime=3
T 36 s ReportContext=2 ReportFrequency=4
S lightsail Lightsail LIGHTSAIL lightsail lightsail json1.1 Lightsail_20161128 2016-11-28 lower -
E AccessDeniedException AccountSetupInProgressException InvalidInputException NotFoundException OperationFailureException RegionSetupInProgressException ServiceException UnauthenticatedException
O AllocateStaticIp - 1
O AttachCertificateToDistribution - 5
O AttachDisk - 6
O AttachInstancesToLoadBalancer - 7
O AttachLoadBalancerTlsCertificate - 8
O AttachStaticIp - 9
O CheckSubdomainAvailability - 10
O CloseInstancePublicPorts - 11
O CopySnapshot - 12
O CreateBucket - 13
O CreateBucketAccessKey - 15
O CreateCertificate - 18
O CreateCloudFormationStack - 22
O CreateContactMethod - 23
O CreateContainerService 24 31
O CreateContainerServiceDeployment 34 35
O CreateContainerServiceRegistryLogin - 36
O CreateDisk - 38
O CreateDiskFromSnapshot - 39
O CreateDiskSnapshot - 40
O CreateDistribution - 41
O CreateDomain - 43
O CreateDomainEntry 44 47
O CreateGUISessionAccessDetails - -
O CreateInstanceSnapshot - 48
O CreateInstances - 49
O CreateInstancesFromSnapshot 50 52
O CreateKeyPair - 53
O CreateLoadBalancer - 55
O CreateLoadBalancerTlsCertificate - 56
O CreateRelationalDatabase - 57
O CreateRelationalDatabaseFromSnapshot 58 59
O CreateRelationalDatabaseSnapshot - 60
O CreateSubdomain - 61
O DeleteAlarm - 65
O DeleteAutoSnapshot - 66
O DeleteBucket - 67
O DeleteBucketAccessKey - 68
O DeleteCertificate - 69
O DeleteContactMethod - 70
O DeleteContainerImage - -
O DeleteContainerService - -
O DeleteDisk - 71
O DeleteDiskSnapshot - 72
O DeleteDistribution - 73
O DeleteDomain - 74
O DeleteDomainEntry 75 76
O DeleteInstance - 77
O DeleteInstanceSnapshot - 78
O DeleteKeyPair - 79
O DeleteKnownHostKeys - 80
O DeleteLoadBalancer - 81
O DeleteLoadBalancerTlsCertificate - 82
O DeleteRelationalDatabase - 83
O DeleteRelationalDatabaseSnapshot - 84
O DeleteSubdomain - 85
O DetachCertificateFromDistribution - 86
O DetachDisk - 87
O DetachInstancesFromLoadBalancer - 88
O DetachStaticIp - 89
O DisableAddOn - 90
O DownloadDefaultKeyPair - 91
O EnableAddOn - 92
O ExportSnapshot - 93
O GetActiveNames - -
O GetAlarms - 94
O GetAutoSnapshots - 97
O GetBlueprints - -
O GetBucketAccessKeys - 100
O GetBucketBundles - -
O GetBucketMetricData 102 103
O GetBuckets - 107
O GetBundles - -
O GetCertificates - 110
O GetCloudFormationStackRecords - 112
O GetContactMethods - 115
O GetContainerAPIMetadata - 118
O GetContainerImages - 121
O GetContainerLog 124 125
O GetContainerServiceDeployments - 128
O GetContainerServiceMetricData 130 131
O GetContainerServicePowers - -
O GetContainerServices - 132
O GetCostEstimate 134 135
O GetDisk - 143
O GetDiskSnapshot - 145
O GetDiskSnapshots - 147
O GetDisks - 149
O GetDistributionBundles - -
O GetDistributionLatestCacheReset - 151
O GetDistributionMetricData 152 153
O GetDistributions - 154
O GetDomain - 156
O GetDomains - 159
O GetExportSnapshotRecords - 161
O GetInstance - 165
O GetInstanceAccessDetails - 171
O GetInstanceMetricData 175 176
O GetInstancePortStates - -
O GetInstanceSnapshot - 177
O GetInstanceSnapshots - 179
O GetInstanceState - -
O GetInstances - 181
O GetKeyPair - 183
O GetKeyPairs - 184
O GetLoadBalancer - 186
O GetLoadBalancerMetricData 189 190
O GetLoadBalancerTlsCertificates - 191
O GetLoadBalancerTlsPolicies - -
O GetLoadBalancers - 194
O GetOperation - 196
O GetOperations - 197
O GetOperationsForResource - 198
O GetProfile - 199
O GetRegions - -
O GetRelationalDatabase - 201
O GetRelationalDatabaseBlueprints - -
O GetRelationalDatabaseBundles - -
O GetRelationalDatabaseEvents - 205
O GetRelationalDatabaseLogEvents 208 209
O GetRelationalDatabaseLogStreams - -
O GetRelationalDatabaseMasterUserPassword - 212
O GetRelationalDatabaseMetricData 213 214
O GetRelationalDatabaseParameters - -
O GetRelationalDatabaseSnapshot - 215
O GetRelationalDatabaseSnapshots - 217
O GetRelationalDatabases - 219
O GetSetupHistory - 221
O GetStaticIp - 227
O GetStaticIps - 229
O GetSubdomains - 231
O ImportKeyPair - 232
O IsVpcPeered - -
O OpenInstancePublicPorts - 233
O PeerVpc - 234
O PutAlarm - 235
O PutInstancePublicPorts - 236
O RebootInstance - 237
O RebootRelationalDatabase - 238
O RegisterContainerImage - 239
O ReleaseStaticIp - 240
O ResetDistributionCache - 241
O SendContactMethodVerification - 242
O SetIpAddressType - 243
O SetResourceAccessForBucket - 244
O SetupInstanceHttps - 245
O StartGUISession - 246
O StartInstance - 247
O StartRelationalDatabase - 248
O StopGUISession - 249
O StopInstance - 250
O StopRelationalDatabase - 251
O TagResource - 252
O TestAlarm - 253
O UnpeerVpc - 254
O UntagResource - 255
O UpdateBucket - 256
O UpdateBucketBundle - 257
O UpdateContainerService 258 259
O UpdateDistribution - 260
O UpdateDistributionBundle - 261
O UpdateDomainEntry 262 263
O UpdateInstanceMetadataOptions - 264
O UpdateLoadBalancerAttribute - 265
O UpdateRelationalDatabase - 266
O UpdateRelationalDatabaseParameters - 267
O UpdateSubdomainAssociation - 268
T 1 s Operations~operations=2
T 2 l 3
T 3 s CreatedAt~createdAt=4 StatusChangedAt~statusChangedAt=4
T 4 t -
T 5 s Operation~operation=3
T 6 s Operations~operations=2
T 7 s Operations~operations=2
T 8 s Operations~operations=2
T 9 s Operations~operations=2
T 10 s ReservationExpiresAt~reservationExpiresAt=4
T 11 s Operation~operation=3
T 12 s Operations~operations=2
T 13 s Bucket~bucket=14 Operations~operations=2
T 14 s CreatedAt~createdAt=4
T 15 s AccessKey~accessKey=16 Operations~operations=2
T 16 s CreatedAt~createdAt=4 LastUsed~lastUsed=17
T 17 s LastUsedDate~lastUsedDate=4
T 18 s Certificate~certificate=19 Operations~operations=2
T 19 s CertificateDetail~certificateDetail=20
T 20 s CreatedAt~createdAt=4 IssuedAt~issuedAt=4 NotBefore~notBefore=4 NotAfter~notAfter=4 RenewalSummary~renewalSummary=21 RevokedAt~revokedAt=4
T 21 s UpdatedAt~updatedAt=4
T 22 s Operations~operations=2
T 23 s Operations~operations=2
T 24 s PublicDomainNames~publicDomainNames=25 Deployment~deployment=26
T 25 m -
T 26 s Containers~containers=27
T 27 m 28
T 28 s Environment~environment=29 Ports~ports=30
T 29 m -
T 30 m -
T 31 s ContainerService~containerService=32
T 32 s CreatedAt~createdAt=4 CurrentDeployment~currentDeployment=33 NextDeployment~nextDeployment=33 PublicDomainNames~publicDomainNames=25
T 33 s Containers~containers=27 CreatedAt~createdAt=4
T 34 s Containers~containers=27
T 35 s ContainerService~containerService=32
T 36 s RegistryLogin~registryLogin=37
T 37 s ExpiresAt~expiresAt=4
T 38 s Operations~operations=2
T 39 s Operations~operations=2
T 40 s Operations~operations=2
T 41 s Distribution~distribution=42 Operation~operation=3
T 42 s CreatedAt~createdAt=4
T 43 s Operation~operation=3
T 44 s DomainEntry~domainEntry=45
T 45 s Options~options=46
T 46 m -
T 47 s Operation~operation=3
T 48 s Operations~operations=2
T 49 s Operations~operations=2
T 50 s AttachedDiskMapping~attachedDiskMapping=51
T 51 m -
T 52 s Operations~operations=2
T 53 s KeyPair~keyPair=54 Operation~operation=3
T 54 s CreatedAt~createdAt=4
T 55 s Operations~operations=2
T 56 s Operations~operations=2
T 57 s Operations~operations=2
T 58 s RestoreTime~restoreTime=4
T 59 s Operations~operations=2
T 60 s Operations~operations=2
T 61 s Subdomain~subdomain=62 Operation~operation=3
T 62 s AttachedResource~attachedResource=63 AttachingResource~attachingResource=63 CreatedAt~createdAt=4 Children~children=64
T 63 s AttachedAt~attachedAt=4
T 64 l 62
T 65 s Operations~operations=2
T 66 s Operations~operations=2
T 67 s Operations~operations=2
T 68 s Operations~operations=2
T 69 s Operations~operations=2
T 70 s Operations~operations=2
T 71 s Operations~operations=2
T 72 s Operations~operations=2
T 73 s Operation~operation=3
T 74 s Operation~operation=3
T 75 s DomainEntry~domainEntry=45
T 76 s Operation~operation=3
T 77 s Operations~operations=2
T 78 s Operations~operations=2
T 79 s Operation~operation=3
T 80 s Operations~operations=2
T 81 s Operations~operations=2
T 82 s Operations~operations=2
T 83 s Operations~operations=2
T 84 s Operations~operations=2
T 85 s Subdomain~subdomain=62 Operation~operation=3
T 86 s Operation~operation=3
T 87 s Operations~operations=2
T 88 s Operations~operations=2
T 89 s Operations~operations=2
T 90 s Operations~operations=2
T 91 s CreatedAt~createdAt=4
T 92 s Operations~operations=2
T 93 s Operations~operations=2
T 94 s Alarms~alarms=95
T 95 l 96
T 96 s CreatedAt~createdAt=4
T 97 s AutoSnapshots~autoSnapshots=98
T 98 l 99
T 99 s CreatedAt~createdAt=4
T 100 s AccessKeys~accessKeys=101
T 101 l 16
T 102 s StartTime~startTime=4 EndTime~endTime=4
T 103 s MetricData~metricData=104
T 104 l 105
T 105 s Timestamp~timestamp=106
T 106 t -
T 107 s Buckets~buckets=108 AccountLevelBpaSync~accountLevelBpaSync=109
T 108 l 14
T 109 s LastSyncedAt~lastSyncedAt=4
T 110 s Certificates~certificates=111
T 111 l 19
T 112 s CloudFormationStackRecords~cloudFormationStackRecords=113
T 113 l 114
T 114 s CreatedAt~createdAt=4
T 115 s ContactMethods~contactMethods=116
T 116 l 117
T 117 s CreatedAt~createdAt=4
T 118 s Metadata~metadata=119
T 119 l 120
T 120 m -
T 121 s ContainerImages~containerImages=122
T 122 l 123
T 123 s CreatedAt~createdAt=4
T 124 s StartTime~startTime=4 EndTime~endTime=4
T 125 s LogEvents~logEvents=126
T 126 l 127
T 127 s CreatedAt~createdAt=4
T 128 s Deployments~deployments=129
T 129 l 33
T 130 s StartTime~startTime=4 EndTime~endTime=4
T 131 s MetricData~metricData=104
T 132 s ContainerServices~containerServices=133
T 133 l 32
T 134 s StartTime~startTime=4 EndTime~endTime=4
T 135 s ResourcesBudgetEstimate~resourcesBudgetEstimate=136
T 136 l 137
T 137 s CostEstimates~costEstimates=138 StartTime~startTime=4 EndTime~endTime=4
T 138 l 139
T 139 s ResultsByTime~resultsByTime=140
T 140 l 141
T 141 s TimePeriod~timePeriod=142
T 142 s Start~start=4 End~end=4
T 143 s Disk~disk=144
T 144 s CreatedAt~createdAt=4
T 145 s DiskSnapshot~diskSnapshot=146
T 146 s CreatedAt~createdAt=4
T 147 s DiskSnapshots~diskSnapshots=148
T 148 l 146
T 149 s Disks~disks=150
T 150 l 144
T 151 s CreateTime~createTime=4
T 152 s StartTime~startTime=106 EndTime~endTime=106
T 153 s MetricData~metricData=104
T 154 s Distributions~distributions=155
T 155 l 42
T 156 s Domain~domain=157
T 157 s CreatedAt~createdAt=4 DomainEntries~domainEntries=158
T 158 l 45
T 159 s Domains~domains=160
T 160 l 157
T 161 s ExportSnapshotRecords~exportSnapshotRecords=162
T 162 l 163
T 163 s CreatedAt~createdAt=4 SourceInfo~sourceInfo=164
T 164 s CreatedAt~createdAt=4
T 165 s Instance~instance=166
T 166 s CreatedAt~createdAt=4 Hardware~hardware=167 InstanceStatus~instanceStatus=168 SystemStatus~systemStatus=168
T 167 s Disks~disks=150
T 168 s Details~details=169
T 169 l 170
T 170 s ImpairedSince~impairedSince=4
T 171 s AccessDetails~accessDetails=172
T 172 s ExpiresAt~expiresAt=4 HostKeys~hostKeys=173
T 173 l 174
T 174 s WitnessedAt~witnessedAt=4 NotValidBefore~notValidBefore=4 NotValidAfter~notValidAfter=4
T 175 s StartTime~startTime=106 EndTime~endTime=106
T 176 s MetricData~metricData=104
T 177 s InstanceSnapshot~instanceSnapshot=178
T 178 s CreatedAt~createdAt=4 FromAttachedDisks~fromAttachedDisks=150
T 179 s InstanceSnapshots~instanceSnapshots=180
T 180 l 178
T 181 s Instances~instances=182
T 182 l 166
T 183 s KeyPair~keyPair=54
T 184 s KeyPairs~keyPairs=185
T 185 l 54
T 186 s LoadBalancer~loadBalancer=187
T 187 s CreatedAt~createdAt=4 ConfigurationOptions~configurationOptions=188
T 188 m -
T 189 s StartTime~startTime=106 EndTime~endTime=106
T 190 s MetricData~metricData=104
T 191 s TlsCertificates~tlsCertificates=192
T 192 l 193
T 193 s CreatedAt~createdAt=4 IssuedAt~issuedAt=4 NotAfter~notAfter=4 NotBefore~notBefore=4 RevokedAt~revokedAt=4
T 194 s LoadBalancers~loadBalancers=195
T 195 l 187
T 196 s Operation~operation=3
T 197 s Operations~operations=2
T 198 s Operations~operations=2
T 199 s Partner~partner=200
T 200 s EnrolledAt~enrolledAt=4
T 201 s RelationalDatabase~relationalDatabase=202
T 202 s CreatedAt~createdAt=4 LatestRestorableTime~latestRestorableTime=4 PendingMaintenanceActions~pendingMaintenanceActions=203
T 203 l 204
T 204 s CurrentApplyDate~currentApplyDate=4
T 205 s RelationalDatabaseEvents~relationalDatabaseEvents=206
T 206 l 207
T 207 s CreatedAt~createdAt=4
T 208 s StartTime~startTime=4 EndTime~endTime=4
T 209 s ResourceLogEvents~resourceLogEvents=210
T 210 l 211
T 211 s CreatedAt~createdAt=4
T 212 s CreatedAt~createdAt=4
T 213 s StartTime~startTime=4 EndTime~endTime=4
T 214 s MetricData~metricData=104
T 215 s RelationalDatabaseSnapshot~relationalDatabaseSnapshot=216
T 216 s CreatedAt~createdAt=4
T 217 s RelationalDatabaseSnapshots~relationalDatabaseSnapshots=218
T 218 l 216
T 219 s RelationalDatabases~relationalDatabases=220
T 220 l 202
T 221 s SetupHistory~setupHistory=222
T 222 l 223
T 223 s Resource~resource=224 ExecutionDetails~executionDetails=225
T 224 s CreatedAt~createdAt=4
T 225 l 226
T 226 s DateTime~dateTime=4
T 227 s StaticIp~staticIp=228
T 228 s CreatedAt~createdAt=4
T 229 s StaticIps~staticIps=230
T 230 l 228
T 231 s Subdomains~subdomains=64
T 232 s Operation~operation=3
T 233 s Operation~operation=3
T 234 s Operation~operation=3
T 235 s Operations~operations=2
T 236 s Operation~operation=3
T 237 s Operations~operations=2
T 238 s Operations~operations=2
T 239 s ContainerImage~containerImage=123
T 240 s Operations~operations=2
T 241 s CreateTime~createTime=4 Operation~operation=3
T 242 s Operations~operations=2
T 243 s Operations~operations=2
T 244 s Operations~operations=2
T 245 s Operations~operations=2
T 246 s Operations~operations=2
T 247 s Operations~operations=2
T 248 s Operations~operations=2
T 249 s Operations~operations=2
T 250 s Operations~operations=2
T 251 s Operations~operations=2
T 252 s Operations~operations=2
T 253 s Operations~operations=2
T 254 s Operation~operation=3
T 255 s Operations~operations=2
T 256 s Bucket~bucket=14 Operations~operations=2
T 257 s Operations~operations=2
T 258 s PublicDomainNames~publicDomainNames=25
T 259 s ContainerService~containerService=32
T 260 s Operation~operation=3
T 261 s Operation~operation=3
T 262 s DomainEntry~domainEntry=45
T 263 s Operations~operations=2
T 264 s Operation~operation=3
T 265 s Operations~operations=2
T 266 s Operations~operations=2
T 267 s Operations~operations=2
T 268 s Subdomain~subdomain=62 Operation~operation=3
S cloudwatchlogs CloudWatchLogs CLOUDWATCH_LOGS logs logs json1.1 Logs_20140328 2014-03-28 lower -
E AccessDeniedException ConflictException DataAlreadyAcceptedException InternalServerException InternalStreamingException InvalidOperationException InvalidParameterException InvalidSequenceTokenException LimitExceededException MalformedQueryException OperationAbortedException ResourceAlreadyExistsException ResourceNotFoundException ServiceQuotaExceededException ServiceUnavailableException SessionStreamingException SessionTimeoutException ThrottlingException TooManyTagsException UnrecognizedClientException ValidationException
O AssociateKmsKey - -
O AssociateSourceToS3TableIntegration - -
O CancelExportTask - -
O CancelImportTask - -
O CreateDelivery 1 3
O CreateExportTask - -
O CreateImportTask - -
O CreateLogAnomalyDetector 5 -
O CreateLogGroup 6 -
O CreateLogStream - -
O CreateLookupTable 7 -
O CreateScheduledQuery 8 -
O DeleteAccountPolicy - -
O DeleteDataProtectionPolicy - -
O DeleteDelivery - -
O DeleteDeliveryDestination - -
O DeleteDeliveryDestinationPolicy - -
O DeleteDeliverySource - -
O DeleteDestination - -
O DeleteIndexPolicy - -
O DeleteIntegration - -
O DeleteLogAnomalyDetector - -
O DeleteLogGroup - -
O DeleteLogStream - -
O DeleteLookupTable - -
O DeleteMetricFilter - -
O DeleteQueryDefinition - -
O DeleteResourcePolicy - -
O DeleteRetentionPolicy - -
O DeleteScheduledQuery - -
O DeleteSubscriptionFilter - -
O DeleteSyslogConfiguration - -
O DeleteTransformer - -
O DescribeAccountPolicies - -
O DescribeConfigurationTemplates - -
O DescribeDeliveries - 11
O DescribeDeliveryDestinations - 13
O DescribeDeliverySources - 16
O DescribeDestinations 20 -
O DescribeExportTasks - -
O DescribeFieldIndexes - -
O DescribeImportTaskBatches - -
O DescribeImportTasks - -
O DescribeIndexPolicies - -
O DescribeLogGroups - -
O DescribeLogStreams - -
O DescribeLookupTables - -
O DescribeMetricFilters - 21
O DescribeQueries - -
O DescribeQueryDefinitions - -
O DescribeResourcePolicies - -
O DescribeSubscriptionFilters - -
O DisassociateKmsKey - -
O DisassociateSourceFromS3TableIntegration - -
O FilterLogEvents - -
O GetDataProtectionPolicy - -
O GetDelivery - 27
O GetDeliveryDestination - 28
O GetDeliveryDestinationPolicy - -
O GetDeliverySource - 29
O GetIntegration - -
O GetLogAnomalyDetector - -
O GetLogEvents - -
O GetLogFields - -
O GetLogGroupFields - -
O GetLogRecord - 30
O GetLookupTable - -
O GetQueryResults - -
O GetScheduledQuery - 32
O GetScheduledQueryHistory - -
O GetStorageTierPolicy - -
O GetTransformer - -
O ListAggregateLogGroupSummaries - -
O ListAnomalies - 33
O ListIntegrations - -
O ListLogAnomalyDetectors - -
O ListLogGroups - -
O ListLogGroupsForQuery - -
O ListScheduledQueries - 40
O ListSourcesForS3TableIntegration - -
O ListSyslogConfigurations - -
O ListTagsForResource - 43
O ListTagsLogGroup - 44
O PutAccountPolicy - -
O PutBearerTokenAuthentication - -
O PutDataProtectionPolicy - -
O PutDeliveryDestination 45 46
O PutDeliveryDestinationPolicy - -
O PutDeliverySource 47 48
O PutDestination 49 -
O PutDestinationPolicy - -
O PutIndexPolicy - -
O PutIntegration - -
O PutLogEvents 50 -
O PutLogGroupDeletionProtection - -
O PutMetricFilter 54 -
O PutQueryDefinition 55 -
O PutResourcePolicy - -
O PutRetentionPolicy - -
O PutStorageTierPolicy - -
O PutSubscriptionFilter - -
O PutSyslogConfiguration - -
O PutTransformer - -
O StartQuery - -
O StopQuery - -
O TagLogGroup 56 -
O TagResource 57 -
O TestMetricFilter - 58
O TestTransformer - -
O UntagLogGroup - -
O UntagResource - -
O UpdateAnomaly - -
O UpdateDeliveryConfiguration - -
O UpdateLogAnomalyDetector - -
O UpdateLookupTable - -
O UpdateScheduledQuery 62 63
T 1 s Tags~tags=2
T 2 m -
T 3 s Delivery~delivery=4
T 4 s Tags~tags=2
T 5 s Tags~tags=2
T 6 s Tags~tags=2
T 7 s Tags~tags=2
T 8 s DestinationConfiguration~destinationConfiguration=9 Tags~tags=2
T 9 s LookupTableConfiguration~lookupTableConfiguration=10
T 10 s Tags~tags=2
T 11 s Deliveries~deliveries=12
T 12 l 4
T 13 s DeliveryDestinations~deliveryDestinations=14
T 14 l 15
T 15 s Tags~tags=2
T 16 s DeliverySources~deliverySources=17
T 17 l 18
T 18 s Tags~tags=2 DeliverySourceConfiguration~deliverySourceConfiguration=19
T 19 m -
T 20 s DestinationNamePrefix=-
T 21 s MetricFilters~metricFilters=22
T 22 l 23
T 23 s MetricTransformations~metricTransformations=24
T 24 l 25
T 25 s Dimensions~dimensions=26
T 26 m -
T 27 s Delivery~delivery=4
T 28 s DeliveryDestination~deliveryDestination=15
T 29 s DeliverySource~deliverySource=18
T 30 s LogRecord~logRecord=31
T 31 m -
T 32 s DestinationConfiguration~destinationConfiguration=9
T 33 s Anomalies~anomalies=34
T 34 l 35
T 35 s Histogram~histogram=36 PatternTokens~patternTokens=37
T 36 m -
T 37 l 38
T 38 s Enumerations~enumerations=39
T 39 m -
T 40 s ScheduledQueries~scheduledQueries=41
T 41 l 42
T 42 s DestinationConfiguration~destinationConfiguration=9
T 43 s Tags~tags=2
T 44 s Tags~tags=2
T 45 s Tags~tags=2
T 46 s DeliveryDestination~deliveryDestination=15
T 47 s Tags~tags=2 DeliverySourceConfiguration~deliverySourceConfiguration=19
T 48 s DeliverySource~deliverySource=18
T 49 s Tags~tags=2
T 50 s Entity~entity=51
T 51 s KeyAttributes~keyAttributes=52 Attributes~attributes=53
T 52 m -
T 53 m -
T 54 s MetricTransformations~metricTransformations=24
T 55 s ClientToken~clientToken/i=-
T 56 s Tags~tags=2
T 57 s Tags~tags=2
T 58 s Matches~matches=59
T 59 l 60
T 60 s ExtractedValues~extractedValues=61
T 61 m -
T 62 s DestinationConfiguration~destinationConfiguration=9
T 63 s DestinationConfiguration~destinationConfiguration=9
S lookoutequipment LookoutEquipment LOOKOUTEQUIPMENT lookoutequipment lookoutequipment json1.0 AWSLookoutEquipmentFrontendService 2020-12-15 upper -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateDataset 1 -
O CreateInferenceScheduler 3 -
O CreateLabel 4 -
O CreateLabelGroup 6 -
O CreateModel 7 -
O CreateRetrainingScheduler 8 -
O DeleteDataset - -
O DeleteInferenceScheduler - -
O DeleteLabel - -
O DeleteLabelGroup - -
O DeleteModel - -
O DeleteResourcePolicy - -
O DeleteRetrainingScheduler - -
O DescribeDataIngestionJob - 9
O DescribeDataset - 10
O DescribeInferenceScheduler - 11
O DescribeLabel - 12
O DescribeLabelGroup - 13
O DescribeModel - 14
O DescribeModelVersion - 15
O DescribeResourcePolicy - 16
O DescribeRetrainingScheduler - 17
O ImportDataset 18 -
O ImportModelVersion 19 -
O ListDataIngestionJobs - -
O ListDatasets - 20
O ListInferenceEvents 23 24
O ListInferenceExecutions 27 28
O ListInferenceSchedulers - -
O ListLabelGroups - 31
O ListLabels 34 35
O ListModelVersions 38 39
O ListModels - 42
O ListRetrainingSchedulers - 45
O ListSensorStatistics - 48
O ListTagsForResource - -
O PutResourcePolicy 51 -
O StartDataIngestionJob 52 -
O StartInferenceScheduler - -
O StartRetrainingScheduler - -
O StopInferenceScheduler - -
O StopRetrainingScheduler - -
O TagResource - -
O UntagResource - -
O UpdateActiveModelVersion - -
O UpdateInferenceScheduler - -
O UpdateLabelGroup - -
O UpdateModel - -
O UpdateRetrainingScheduler 53 -
T 1 s DatasetSchema=2 ClientToken/i=-
T 2 s InlineDataSchema/j=-
T 3 s ClientToken/i=-
T 4 s StartTime=5 EndTime=5 ClientToken/i=-
T 5 t -
T 6 s ClientToken/i=-
T 7 s DatasetSchema=2 ClientToken/i=- TrainingDataStartTime=5 TrainingDataEndTime=5 EvaluationDataStartTime=5 EvaluationDataEndTime=5
T 8 s RetrainingStartDate=5 ClientToken/i=-
T 9 s CreatedAt=5 DataStartTime=5 DataEndTime=5
T 10 s CreatedAt=5 LastUpdatedAt=5 Schema/j=- DataStartTime=5 DataEndTime=5
T 11 s CreatedAt=5 UpdatedAt=5
T 12 s StartTime=5 EndTime=5 CreatedAt=5
T 13 s CreatedAt=5 UpdatedAt=5
T 14 s Schema/j=- TrainingDataStartTime=5 TrainingDataEndTime=5 EvaluationDataStartTime=5 EvaluationDataEndTime=5 TrainingExecutionStartTime=5 TrainingExecutionEndTime=5 ModelMetrics/j=- LastUpdatedTime=5 CreatedAt=5 ImportJobStartTime=5 ImportJobEndTime=5 ModelVersionActivatedAt=5 PreviousModelVersionActivatedAt=5 PriorModelMetrics/j=- LatestScheduledRetrainingStartTime=5 NextScheduledRetrainingStartDate=5 AccumulatedInferenceDataStartTime=5 AccumulatedInferenceDataEndTime=5
T 15 s TrainingDataStartTime=5 TrainingDataEndTime=5 EvaluationDataStartTime=5 EvaluationDataEndTime=5 TrainingExecutionStartTime=5 TrainingExecutionEndTime=5 LastUpdatedTime=5 CreatedAt=5 ImportJobStartTime=5 ImportJobEndTime=5
T 16 s CreationTime=5 LastModifiedTime=5
T 17 s RetrainingStartDate=5 CreatedAt=5 UpdatedAt=5
T 18 s ClientToken/i=-
T 19 s ClientToken/i=-
T 20 s DatasetSummaries=21
T 21 l 22
T 22 s CreatedAt=5
T 23 s IntervalStartTime=5 IntervalEndTime=5
T 24 s InferenceEventSummaries=25
T 25 l 26
T 26 s EventStartTime=5 EventEndTime=5
T 27 s DataStartTimeAfter=5 DataEndTimeBefore=5
T 28 s InferenceExecutionSummaries=29
T 29 l 30
T 30 s ScheduledStartTime=5 DataStartTime=5 DataEndTime=5
T 31 s LabelGroupSummaries=32
T 32 l 33
T 33 s CreatedAt=5 UpdatedAt=5
T 34 s IntervalStartTime=5 IntervalEndTime=5
T 35 s LabelSummaries=36
T 36 l 37
T 37 s StartTime=5 EndTime=5 CreatedAt=5
T 38 s CreatedAtEndTime=5 CreatedAtStartTime=5
T 39 s ModelVersionSummaries=40
T 40 l 41
T 41 s CreatedAt=5
T 42 s ModelSummaries=43
T 43 l 44
T 44 s CreatedAt=5 LatestScheduledRetrainingStartTime=5 NextScheduledRetrainingStartDate=5
T 45 s RetrainingSchedulerSummaries=46
T 46 l 47
T 47 s RetrainingStartDate=5
T 48 s SensorStatisticsSummaries=49
T 49 l 50
T 50 s DataStartTime=5 DataEndTime=5
T 51 s ClientToken/i=-
T 52 s ClientToken/i=-
T 53 s RetrainingStartDate=5
S machinelearning MachineLearning MACHINE_LEARNING machinelearning machinelearning json1.1 AmazonML_20141212 2014-12-12 upper -
E IdempotentParameterMismatchException InternalServerException InvalidInputException InvalidTagException LimitExceededException PredictorNotMountedException ResourceNotFoundException TagLimitExceededException
O AddTags - -
O CreateBatchPrediction - -
O CreateDataSourceFromRDS - -
O CreateDataSourceFromRedshift - -
O CreateDataSourceFromS3 - -
O CreateEvaluation - -
O CreateMLModel - -
O CreateRealtimeEndpoint - 1
O DeleteBatchPrediction - -
O DeleteDataSource - -
O DeleteEvaluation - -
O DeleteMLModel - -
O DeleteRealtimeEndpoint - 4
O DeleteTags - -
O DescribeBatchPredictions - 5
O DescribeDataSources - 8
O DescribeEvaluations - 11
O DescribeMLModels - 14
O DescribeTags - -
O GetBatchPrediction - 17
O GetDataSource - 18
O GetEvaluation - 19
O GetMLModel - 20
O Predict - 21
O UpdateBatchPrediction - -
O UpdateDataSource - -
O UpdateEvaluation - -
O UpdateMLModel - -
T 1 s RealtimeEndpointInfo=2
T 2 s CreatedAt=3
T 3 t -
T 4 s RealtimeEndpointInfo=2
T 5 s Results=6
T 6 l 7
T 7 s CreatedAt=3 LastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 8 s Results=9
T 9 l 10
T 10 s CreatedAt=3 LastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 11 s Results=12
T 12 l 13
T 13 s CreatedAt=3 LastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 14 s Results=15
T 15 l 16
T 16 s CreatedAt=3 LastUpdatedAt=3 EndpointInfo=2 ScoreThresholdLastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 17 s CreatedAt=3 LastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 18 s CreatedAt=3 LastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 19 s CreatedAt=3 LastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 20 s CreatedAt=3 LastUpdatedAt=3 EndpointInfo=2 ScoreThresholdLastUpdatedAt=3 FinishedAt=3 StartedAt=3
T 21 s Prediction=22
T 22 s PredictedLabel~predictedLabel=- PredictedValue~predictedValue=- PredictedScores~predictedScores=- Details~details=-
S mailmanager MailManager MAILMANAGER mail-manager ses json1.0 MailManagerSvc 2023-10-17 upper -
E AccessDeniedException ConflictException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateAddonInstance 1 -
O CreateAddonSubscription 2 -
O CreateAddressList 3 -
O CreateAddressListImportJob 4 -
O CreateArchive 5 -
O CreateIngressPoint 6 -
O CreateRelay 7 -
O CreateRuleSet 8 -
O CreateTrafficPolicy 9 -
O DeleteAddonInstance - -
O DeleteAddonSubscription - -
O DeleteAddressList - -
O DeleteArchive - -
O DeleteIngressPoint - -
O DeleteRelay - -
O DeleteRuleSet - -
O DeleteTrafficPolicy - -
O DeregisterMemberFromAddressList - -
O GetAddonInstance - 10
O GetAddonSubscription - 12
O GetAddressList - 13
O GetAddressListImportJob - 14
O GetArchive - 15
O GetArchiveExport - 16
O GetArchiveMessage - 18
O GetArchiveMessageContent - -
O GetArchiveSearch - 20
O GetArchiveSearchResults - 22
O GetIngressPoint - 25
O GetMemberOfAddressList - 28
O GetRelay - 29
O GetRuleSet - 30
O GetTrafficPolicy - 31
O ListAddonInstances - 32
O ListAddonSubscriptions - 35
O ListAddressListImportJobs - 38
O ListAddressLists - 41
O ListArchiveExports - 44
O ListArchiveSearches - 47
O ListArchives - 50
O ListIngressPoints - -
O ListMembersOfAddressList - 53
O ListRelays - 56
O ListRuleSets - 59
O ListTagsForResource - -
O ListTrafficPolicies - -
O RegisterMemberToAddressList - -
O StartAddressListImportJob - -
O StartArchiveExport 62 -
O StartArchiveSearch 63 -
O StopAddressListImportJob - -
O StopArchiveExport - -
O StopArchiveSearch - -
O TagResource - -
O UntagResource - -
O UpdateArchive - -
O UpdateIngressPoint - -
O UpdateRelay - -
O UpdateRuleSet - -
O UpdateTrafficPolicy - -
T 1 s ClientToken/i=-
T 2 s ClientToken/i=-
T 3 s ClientToken/i=-
T 4 s ClientToken/i=-
T 5 s ClientToken/i=-
T 6 s ClientToken/i=-
T 7 s ClientToken/i=-
T 8 s ClientToken/i=-
T 9 s ClientToken/i=-
T 10 s CreatedTimestamp=11
T 11 t -
T 12 s CreatedTimestamp=11
T 13 s CreatedTimestamp=11 LastUpdatedTimestamp=11
T 14 s CreatedTimestamp=11 StartTimestamp=11 CompletedTimestamp=11
T 15 s CreatedTimestamp=11 LastUpdatedTimestamp=11
T 16 s FromTimestamp=11 ToTimestamp=11 Status=17
T 17 s SubmissionTimestamp=11 CompletionTimestamp=11
T 18 s Metadata=19
T 19 s Timestamp=11
T 20 s FromTimestamp=11 ToTimestamp=11 Status=21
T 21 s SubmissionTimestamp=11 CompletionTimestamp=11
T 22 s Rows=23
T 23 l 24
T 24 s ReceivedTimestamp=11
T 25 s IngressPointAuthConfiguration=26 CreatedTimestamp=11 LastUpdatedTimestamp=11
T 26 s IngressPointPasswordConfiguration=27
T 27 s PreviousSmtpPasswordExpiryTimestamp=11
T 28 s CreatedTimestamp=11
T 29 s CreatedTimestamp=11 LastModifiedTimestamp=11
T 30 s CreatedDate=11 LastModificationDate=11
T 31 s CreatedTimestamp=11 LastUpdatedTimestamp=11
T 32 s AddonInstances=33
T 33 l 34
T 34 s CreatedTimestamp=11
T 35 s AddonSubscriptions=36
T 36 l 37
T 37 s CreatedTimestamp=11
T 38 s ImportJobs=39
T 39 l 40
T 40 s CreatedTimestamp=11 StartTimestamp=11 CompletedTimestamp=11
T 41 s AddressLists=42
T 42 l 43
T 43 s CreatedTimestamp=11 LastUpdatedTimestamp=11
T 44 s Exports=45
T 45 l 46
T 46 s Status=17
T 47 s Searches=48
T 48 l 49
T 49 s Status=21
T 50 s Archives=51
T 51 l 52
T 52 s LastUpdatedTimestamp=11
T 53 s Addresses=54
T 54 l 55
T 55 s CreatedTimestamp=11
T 56 s Relays=57
T 57 l 58
T 58 s LastModifiedTimestamp=11
T 59 s RuleSets=60
T 60 l 61
T 61 s LastModificationDate=11
T 62 s FromTimestamp=11 ToTimestamp=11
T 63 s FromTimestamp=11 ToTimestamp=11
S marketplaceagreement MarketplaceAgreement MARKETPLACE_AGREEMENT agreement-marketplace aws-marketplace json1.0 AWSMPCommerceService_v20200301 2020-03-01 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AcceptAgreementApproval - -
O AcceptAgreementCancellationRequest - 1
O AcceptAgreementPaymentRequest - 3
O AcceptAgreementRequest - -
O BatchCreateBillingAdjustmentRequest - -
O CancelAgreement - -
O CancelAgreementCancellationRequest - 4
O CancelAgreementPaymentRequest - 5
O CancelAgreementRequest - -
O CreateAgreementRequest 6 7
O DescribeAgreement - 11
O GetAgreementApproval - 13
O GetAgreementCancellationRequest - 24
O GetAgreementContacts - -
O GetAgreementEntitlements - -
O GetAgreementPaymentRequest - 25
O GetAgreementRequest - 26
O GetAgreementRequestApprovalPlans - -
O GetAgreementRequestTerms - 27
O GetAgreementTerms - 34
O GetBillingAdjustmentRequest - 37
O ListAgreementApprovals - 38
O ListAgreementCancellationRequests - 41
O ListAgreementCharges - 44
O ListAgreementInvoiceLineItems 47 48
O ListAgreementPaymentRequests - 51
O ListAgreementRequests - -
O ListBillingAdjustmentRequests 54 55
O RejectAgreementApproval - -
O RejectAgreementCancellationRequest - 58
O RejectAgreementPaymentRequest - 59
O SearchAgreements - 60
O SendAgreementCancellationRequest 63 64
O SendAgreementPaymentRequest 65 66
O StartAgreementApprovals - 67
O UpdatePurchaseOrders - -
T 1 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 2 t -
T 3 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 4 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 5 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 6 s ClientToken~clientToken/i=-
T 7 s ChargeSummary~chargeSummary=8 CreatedAt~createdAt=2
T 8 s ExpectedCharges~expectedCharges=9
T 9 l 10
T 10 s Time~time=2
T 11 s StartTime~startTime=2 EndTime~endTime=2 AcceptanceTime~acceptanceTime=2 FreeTrialSummary~freeTrialSummary=12
T 12 s TrialEndTime~trialEndTime=2
T 13 s BuyerAgreementApproval~buyerAgreementApproval=14
T 14 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2 StartedAt~startedAt=2 ExpiresAt~expiresAt=2 ApprovalNeededBy~approvalNeededBy=2 Levels~levels=15
T 15 l 16
T 16 s Groups~groups=17
T 17 l 18
T 18 s Approvers~approvers=19
T 19 l 20
T 20 s EmailApproverOutcome~emailApproverOutcome=21 ProcurementToolApproverOutcome~procurementToolApproverOutcome=22 AwsOrganizationApproverOutcome~awsOrganizationApproverOutcome=23
T 21 s UpdatedAt~updatedAt=2
T 22 s UpdatedAt~updatedAt=2
T 23 s UpdatedAt~updatedAt=2
T 24 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 25 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 26 s CreatedAt~createdAt=2 ChargeSummary~chargeSummary=8
T 27 s Terms~terms=28
T 28 l 29
T 29 s ValidityTerm~validityTerm=30 PaymentScheduleTerm~paymentScheduleTerm=31
T 30 s AgreementStartDate~agreementStartDate=2 AgreementEndDate~agreementEndDate=2
T 31 s Schedule~schedule=32
T 32 l 33
T 33 s ChargeDate~chargeDate=2
T 34 s AcceptedTerms~acceptedTerms=35
T 35 l 36
T 36 s ValidityTerm~validityTerm=30 PaymentScheduleTerm~paymentScheduleTerm=31
T 37 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 38 s Items~items=39
T 39 l 40
T 40 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2 StartedAt~startedAt=2 ExpiresAt~expiresAt=2 ApprovalNeededBy~approvalNeededBy=2
T 41 s Items~items=42
T 42 l 43
T 43 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 44 s Items~items=45
T 45 l 46
T 46 s Time~time=2
T 47 s BeforeIssuedTime~beforeIssuedTime=2 AfterIssuedTime~afterIssuedTime=2
T 48 s AgreementInvoiceLineItemGroupSummaries~agreementInvoiceLineItemGroupSummaries=49
T 49 l 50
T 50 s IssuedTime~issuedTime=2
T 51 s Items~items=52
T 52 l 53
T 53 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 54 s CreatedAfter~createdAfter=2 CreatedBefore~createdBefore=2
T 55 s Items~items=56
T 56 l 57
T 57 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 58 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 59 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 60 s AgreementViewSummaries~agreementViewSummaries=61
T 61 l 62
T 62 s AcceptanceTime~acceptanceTime=2 StartTime~startTime=2 EndTime~endTime=2 LastUpdateTime~lastUpdateTime=2 FreeTrialEndTime~freeTrialEndTime=2
T 63 s ClientToken~clientToken/i=-
T 64 s CreatedAt~createdAt=2 UpdatedAt~updatedAt=2
T 65 s ClientToken~clientToken/i=-
T 66 s CreatedAt~createdAt=2
T 67 s ApprovalSummaries~approvalSummaries=39
S marketplaceentitlementservice MarketplaceEntitlement MARKETPLACE_ENTITLEMENT_SERVICE entitlement.marketplace aws-marketplace json1.1 AWSMPEntitlementService 2017-01-11 upper -
E InternalServiceErrorException InvalidParameterException ThrottlingException
O GetEntitlements - 1
T 1 s Entitlements=2
T 2 l 3
T 3 s ExpirationDate=4
T 4 t -
S marketplacecommerceanalytics MarketplaceCommerceAnalytics MARKETPLACE_COMMERCE_ANALYTICS marketplacecommerceanalytics marketplacecommerceanalytics json1.1 MarketplaceCommerceAnalytics20150701 2015-07-01 lower -
E MarketplaceCommerceAnalyticsException
O GenerateDataSet 1 -
O StartSupportDataExport 4 -
T 1 s DataSetPublicationDate~dataSetPublicationDate=2 CustomerDefinedValues~customerDefinedValues=3
T 2 t -
T 3 m -
T 4 s FromDate~fromDate=5 CustomerDefinedValues~customerDefinedValues=3
T 5 t -
S mediastore MediaStore MEDIASTORE mediastore mediastore json1.1 MediaStore_20170901 2017-09-01 upper -
E ContainerInUseException ContainerNotFoundException CorsPolicyNotFoundException InternalServerError=InternalServerErrorException LimitExceededException PolicyNotFoundException
O CreateContainer - 1
O DeleteContainer - -
O DeleteContainerPolicy - -
O DeleteCorsPolicy - -
O DeleteLifecyclePolicy - -
O DeleteMetricPolicy - -
O DescribeContainer - 4
O GetContainerPolicy - -
O GetCorsPolicy - -
O GetLifecyclePolicy - -
O GetMetricPolicy - -
O ListContainers - 5
O ListTagsForResource - -
O PutContainerPolicy - -
O PutCorsPolicy - -
O PutLifecyclePolicy - -
O PutMetricPolicy - -
O StartAccessLogging - -
O StopAccessLogging - -
O TagResource - -
O UntagResource - -
T 1 s Container=2
T 2 s CreationTime=3
T 3 t -
T 4 s Container=2
T 5 s Containers=6
T 6 l 2
S memorydb MemoryDb MEMORYDB memory-db memorydb json1.1 AmazonMemoryDB 2021-01-01 upper -
E ACLAlreadyExistsFault=AclAlreadyExistsException ACLNotFoundFault=AclNotFoundException ACLQuotaExceededFault=AclQuotaExceededException APICallRateForCustomerExceededFault=ApiCallRateForCustomerExceededException ClusterAlreadyExistsFault=ClusterAlreadyExistsException ClusterNotFoundFault=ClusterNotFoundException ClusterQuotaForCustomerExceededFault=ClusterQuotaForCustomerExceededException DefaultUserRequired=DefaultUserRequiredException DuplicateUserNameFault=DuplicateUserNameException InsufficientClusterCapacityFault=InsufficientClusterCapacityException InvalidACLStateFault=InvalidAclStateException InvalidARNFault=InvalidArnException InvalidClusterStateFault=InvalidClusterStateException InvalidCredentialsException InvalidKMSKeyFault=InvalidKmsKeyException InvalidMultiRegionClusterStateFault=InvalidMultiRegionClusterStateException InvalidNodeStateFault=InvalidNodeStateException InvalidParameterCombinationException InvalidParameterGroupStateFault=InvalidParameterGroupStateException InvalidParameterValueException InvalidSnapshotStateFault=InvalidSnapshotStateException InvalidSubnet=InvalidSubnetException InvalidUserStateFault=InvalidUserStateException InvalidVPCNetworkStateFault=InvalidVpcNetworkStateException MultiRegionClusterAlreadyExistsFault=MultiRegionClusterAlreadyExistsException MultiRegionClusterNotFoundFault=MultiRegionClusterNotFoundException MultiRegionParameterGroupNotFoundFault=MultiRegionParameterGroupNotFoundException NoOperationFault=NoOperationException NodeQuotaForClusterExceededFault=NodeQuotaForClusterExceededException NodeQuotaForCustomerExceededFault=NodeQuotaForCustomerExceededException ParameterGroupAlreadyExistsFault=ParameterGroupAlreadyExistsException ParameterGroupNotFoundFault=ParameterGroupNotFoundException ParameterGroupQuotaExceededFault=ParameterGroupQuotaExceededException ReservedNodeAlreadyExistsFault=ReservedNodeAlreadyExistsException ReservedNodeNotFoundFault=ReservedNodeNotFoundException ReservedNodeQuotaExceededFault=ReservedNodeQuotaExceededException ReservedNodesOfferingNotFoundFault=ReservedNodesOfferingNotFoundException ServiceLinkedRoleNotFoundFault=ServiceLinkedRoleNotFoundException ServiceUpdateNotFoundFault=ServiceUpdateNotFoundException ShardNotFoundFault=ShardNotFoundException ShardsPerClusterQuotaExceededFault=ShardsPerClusterQuotaExceededException SnapshotAlreadyExistsFault=SnapshotAlreadyExistsException SnapshotNotFoundFault=SnapshotNotFoundException SnapshotQuotaExceededFault=SnapshotQuotaExceededException SubnetGroupAlreadyExistsFault=SubnetGroupAlreadyExistsException SubnetGroupInUseFault=SubnetGroupInUseException SubnetGroupNotFoundFault=SubnetGroupNotFoundException SubnetGroupQuotaExceededFault=SubnetGroupQuotaExceededException SubnetInUse=SubnetInUseException SubnetNotAllowedFault=SubnetNotAllowedException SubnetQuotaExceededFault=SubnetQuotaExceededException TagNotFoundFault=TagNotFoundException TagQuotaPerResourceExceeded=TagQuotaPerResourceExceededException TestFailoverNotAvailableFault=TestFailoverNotAvailableException UserAlreadyExistsFault=UserAlreadyExistsException UserNotFoundFault=UserNotFoundException UserQuotaExceededFault=UserQuotaExceededException
O BatchUpdateCluster - 1
O CopySnapshot - 9
O CreateACL - -
O CreateCluster - 14
O CreateMultiRegionCluster - -
O CreateParameterGroup - -
O CreateSnapshot - 15
O CreateSubnetGroup - -
O CreateUser - -
O DeleteACL - -
O DeleteCluster - 16
O DeleteMultiRegionCluster - -
O DeleteParameterGroup - -
O DeleteSnapshot - 17
O DeleteSubnetGroup - -
O DeleteUser - -
O DescribeACLs - -
O DescribeClusters - 18
O DescribeEngineVersions - -
O DescribeEvents 19 20
O DescribeMultiRegionClusters - -
O DescribeMultiRegionParameterGroups - -
O DescribeMultiRegionParameters - -
O DescribeParameterGroups - -
O DescribeParameters - -
O DescribeReservedNodes - 23
O DescribeReservedNodesOfferings - -
O DescribeServiceUpdates - 26
O DescribeSnapshots - 29
O DescribeSubnetGroups - -
O DescribeUsers - -
O FailoverShard - 31
O ListAllowedMultiRegionClusterUpdates - -
O ListAllowedNodeTypeUpdates - -
O ListTags - -
O PurchaseReservedNodesOffering - 32
O ResetParameterGroup - -
O TagResource - -
O UntagResource - -
O UpdateACL - -
O UpdateCluster - 33
O UpdateMultiRegionCluster - -
O UpdateParameterGroup - -
O UpdateSubnetGroup - -
O UpdateUser - -
T 1 s ProcessedClusters=2
T 2 l 3
T 3 s Shards=4
T 4 l 5
T 5 s Nodes=6
T 6 l 7
T 7 s CreateTime=8
T 8 t -
T 9 s Snapshot=10
T 10 s ClusterConfiguration=11
T 11 s Shards=12
T 12 l 13
T 13 s SnapshotCreationTime=8
T 14 s Cluster=3
T 15 s Snapshot=10
T 16 s Cluster=3
T 17 s Snapshot=10
T 18 s Clusters=2
T 19 s StartTime=8 EndTime=8
T 20 s Events=21
T 21 l 22
T 22 s Date=8
T 23 s ReservedNodes=24
T 24 l 25
T 25 s StartTime=8
T 26 s ServiceUpdates=27
T 27 l 28
T 28 s ReleaseDate=8 AutoUpdateStartDate=8
T 29 s Snapshots=30
T 30 l 10
T 31 s Cluster=3
T 32 s ReservedNode=25
T 33 s Cluster=3
S marketplacemetering MarketplaceMetering MARKETPLACE_METERING metering.marketplace aws-marketplace json1.1 AWSMPMeteringService 2016-01-14 upper -
E CustomerNotEntitledException DisabledApiException DuplicateRequestException ExpiredTokenException IdempotencyConflictException InternalServiceErrorException InvalidCustomerIdentifierException InvalidEndpointRegionException InvalidLicenseException InvalidProductCodeException InvalidPublicKeyVersionException InvalidRegionException InvalidTagException InvalidTokenException InvalidUsageAllocationsException InvalidUsageDimensionException PlatformNotSupportedException ThrottlingException TimestampOutOfBoundsException
O BatchMeterUsage 1 5
O MeterUsage 8 -
O RegisterUsage - 9
O ResolveCustomer - -
T 1 s UsageRecords=2
T 2 l 3
T 3 s Timestamp=4
T 4 t -
T 5 s Results=6 UnprocessedRecords=2
T 6 l 7
T 7 s UsageRecord=3
T 8 s Timestamp=4 ClientToken/i=-
T 9 s PublicKeyRotationTimestamp=4
S migrationhub MigrationHub MIGRATION_HUB mgh mgh json1.1 AWSMigrationHub 2017-05-31 upper -
E AccessDeniedException DryRunOperation=DryRunOperationException HomeRegionNotSetException InternalServerError=InternalServerErrorException InvalidInputException PolicyErrorException ResourceNotFoundException ServiceUnavailableException ThrottlingException UnauthorizedOperation=UnauthorizedOperationException
O AssociateCreatedArtifact - -
O AssociateDiscoveredResource - -
O AssociateSourceResource - -
O CreateProgressUpdateStream - -
O DeleteProgressUpdateStream - -
O DescribeApplicationState - 1
O DescribeMigrationTask - 3
O DisassociateCreatedArtifact - -
O DisassociateDiscoveredResource - -
O DisassociateSourceResource - -
O ImportMigrationTask - -
O ListApplicationStates - 5
O ListCreatedArtifacts - -
O ListDiscoveredResources - -
O ListMigrationTaskUpdates - 8
O ListMigrationTasks - 11
O ListProgressUpdateStreams - -
O ListSourceResources - -
O NotifyApplicationState 14 -
O NotifyMigrationTaskState 15 -
O PutResourceAttributes - -
T 1 s LastUpdatedTime=2
T 2 t -
T 3 s MigrationTask=4
T 4 s UpdateDateTime=2
T 5 s ApplicationStateList=6
T 6 l 7
T 7 s LastUpdatedTime=2
T 8 s MigrationTaskUpdateList=9
T 9 l 10
T 10 s UpdateDateTime=2
T 11 s MigrationTaskSummaryList=12
T 12 l 13
T 13 s UpdateDateTime=2
T 14 s UpdateDateTime=2
T 15 s UpdateDateTime=2
S migrationhubconfig MigrationHubConfig MIGRATIONHUB_CONFIG migrationhub-config mgh json1.1 AWSMigrationHubMultiAccountService 2019-06-30 upper -
E AccessDeniedException DryRunOperation=DryRunOperationException InternalServerError=InternalServerErrorException InvalidInputException ServiceUnavailableException ThrottlingException
O CreateHomeRegionControl - 1
O DeleteHomeRegionControl - -
O DescribeHomeRegionControls - 4
O GetHomeRegion - -
T 1 s HomeRegionControl=2
T 2 s RequestedTime=3
T 3 t -
T 4 s HomeRegionControls=5
T 5 l 2
S mturk MTurk MTURK mturk-requester mturk-requester json1.1 MTurkRequesterServiceV20170117 2017-01-17 upper -
E RequestError=RequestErrorException ServiceFault=ServiceException
O AcceptQualificationRequest - -
O ApproveAssignment - -
O AssociateQualificationWithWorker - -
O CreateAdditionalAssignmentsForHIT - -
O CreateHIT - 1
O CreateHITType - -
O CreateHITWithHITType - 4
O CreateQualificationType - 5
O CreateWorkerBlock - -
O DeleteHIT - -
O DeleteQualificationType - -
O DeleteWorkerBlock - -
O DisassociateQualificationFromWorker - -
O GetAccountBalance - -
O GetAssignment - 7
O GetFileUploadURL - -
O GetHIT - 9
O GetQualificationScore - 10
O GetQualificationType - 12
O ListAssignmentsForHIT - 13
O ListBonusPayments - 15
O ListHITs - 18
O ListHITsForQualificationType - 20
O ListQualificationRequests - 21
O ListQualificationTypes - 24
O ListReviewPolicyResultsForHIT - 26
O ListReviewableHITs - 30
O ListWorkerBlocks - -
O ListWorkersWithQualificationType - 31
O NotifyWorkers - -
O RejectAssignment - -
O RejectQualificationRequest - -
O SendBonus - -
O SendTestEventNotification - -
O UpdateExpirationForHIT 33 -
O UpdateHITReviewStatus - -
O UpdateHITTypeOfHIT - -
O UpdateNotificationSettings - -
O UpdateQualificationType - 34
T 1 s HIT=2
T 2 s CreationTime=3 Expiration=3
T 3 t -
T 4 s HIT=2
T 5 s QualificationType=6
T 6 s CreationTime=3
T 7 s Assignment=8 HIT=2
T 8 s AutoApprovalTime=3 AcceptTime=3 SubmitTime=3 ApprovalTime=3 RejectionTime=3 Deadline=3
T 9 s HIT=2
T 10 s Qualification=11
T 11 s GrantTime=3
T 12 s QualificationType=6
T 13 s Assignments=14
T 14 l 8
T 15 s BonusPayments=16
T 16 l 17
T 17 s GrantTime=3
T 18 s HITs=19
T 19 l 2
T 20 s HITs=19
T 21 s QualificationRequests=22
T 22 l 23
T 23 s SubmitTime=3
T 24 s QualificationTypes=25
T 25 l 6
T 26 s AssignmentReviewReport=27 HITReviewReport=27
T 27 s ReviewActions=28
T 28 l 29
T 29 s CompleteTime=3
T 30 s HITs=19
T 31 s Qualifications=32
T 32 l 11
T 33 s ExpireAt=3
T 34 s QualificationType=6
S networkfirewall NetworkFirewall NETWORK_FIREWALL network-firewall network-firewall json1.0 NetworkFirewall_20201112 2020-11-12 upper -
E InsufficientCapacityException InternalServerError=InternalServerErrorException InvalidOperationException InvalidRequestException InvalidResourcePolicyException InvalidTokenException LimitExceededException LogDestinationPermissionException ResourceNotFoundException ResourceOwnerCheckException ThrottlingException UnsupportedOperationException
O AcceptNetworkFirewallTransitGatewayAttachment - -
O AssociateAvailabilityZones - -
O AssociateFirewallPolicy - -
O AssociateSubnets - -
O CreateContainerAssociation - -
O CreateFirewall - -
O CreateFirewallPolicy - 1
O CreateFirewallPolicyV2 - 4
O CreateRuleGroup - 6
O CreateTLSInspectionConfiguration - 8
O CreateVpcEndpointAssociation - -
O DeleteContainerAssociation - -
O DeleteFirewall - -
O DeleteFirewallPolicy - 10
O DeleteFirewallPolicyV2 - 11
O DeleteNetworkFirewallTransitGatewayAttachment - -
O DeleteProxy - -
O DeleteResourcePolicy - -
O DeleteRuleGroup - 12
O DeleteTLSInspectionConfiguration - 13
O DeleteVpcEndpointAssociation - -
O DescribeContainerAssociation - 14
O DescribeFirewall - -
O DescribeFirewallMetadata - -
O DescribeFirewallPolicy - 16
O DescribeFirewallPolicyV2 - 17
O DescribeFlowOperation - 18
O DescribeLoggingConfiguration - -
O DescribeProxy - 20
O DescribeResourcePolicy - -
O DescribeRuleGroup - 25
O DescribeRuleGroupMetadata - 26
O DescribeRuleGroupSummary - -
O DescribeTLSInspectionConfiguration - 27
O DescribeVpcEndpointAssociation - -
O DisassociateAvailabilityZones - -
O DisassociateSubnets - -
O GetAnalysisReportResults - 28
O ListAnalysisReports - 36
O ListContainerAssociations - -
O ListContextStores - -
O ListFirewallPolicies - -
O ListFirewallPoliciesV2 - -
O ListFirewalls - -
O ListFlowOperationResults - 39
O ListFlowOperations - 40
O ListResourcesInContextStore - -
O ListRuleGroups - -
O ListTLSInspectionConfigurations - -
O ListTagsForResource - -
O ListVpcEndpointAssociations - -
O PutResourcePolicy - -
O RejectNetworkFirewallTransitGatewayAttachment - -
O StartAnalysisReport - -
O StartFlowCapture - -
O StartFlowFlush - -
O TagResource - -
O UntagResource - -
O UpdateAvailabilityZoneChangeProtection - -
O UpdateContainerAssociation - -
O UpdateFirewallAnalysisSettings - -
O UpdateFirewallDeleteProtection - -
O UpdateFirewallDescription - -
O UpdateFirewallEncryptionConfiguration - -
O UpdateFirewallPolicy - 43
O UpdateFirewallPolicyChangeProtection - -
O UpdateFirewallPolicyV2 - 44
O UpdateLoggingConfiguration - -
O UpdateProxySettings - -
O UpdateRuleGroup - 45
O UpdateSubnetChangeProtection - -
O UpdateTLSInspectionConfiguration - 46
T 1 s FirewallPolicyResponse=2
T 2 s LastModifiedTime=3
T 3 t -
T 4 s FirewallPolicyV2Response=5
T 5 s LastModifiedTime=3
T 6 s RuleGroupResponse=7
T 7 s LastModifiedTime=3
T 8 s TLSInspectionConfigurationResponse=9
T 9 s LastModifiedTime=3
T 10 s FirewallPolicyResponse=2
T 11 s FirewallPolicyV2Response=5
T 12 s RuleGroupResponse=7
T 13 s TLSInspectionConfigurationResponse=9
T 14 s LastUpdatedTime=15
T 15 t -
T 16 s FirewallPolicyResponse=2
T 17 s FirewallPolicyV2Response=5
T 18 s FlowRequestTimestamp=19
T 19 t -
T 20 s Proxy=21
T 21 s CreateTime=22 DeleteTime=23 UpdateTime=24
T 22 t -
T 23 t -
T 24 t -
T 25 s RuleGroupResponse=7
T 26 s LastModifiedTime=3
T 27 s TLSInspectionConfigurationResponse=9
T 28 s StartTime=29 EndTime=30 ReportTime=31 AnalysisReportResults=32
T 29 t -
T 30 t -
T 31 t -
T 32 l 33
T 33 s FirstAccessed=34 LastAccessed=35
T 34 t -
T 35 t -
T 36 s AnalysisReports=37
T 37 l 38
T 38 s ReportTime=31
T 39 s FlowRequestTimestamp=19
T 40 s FlowOperations=41
T 41 l 42
T 42 s FlowRequestTimestamp=19
T 43 s FirewallPolicyResponse=2
T 44 s FirewallPolicyV2Response=5
T 45 s RuleGroupResponse=7
T 46 s TLSInspectionConfigurationResponse=9
S odb Odb ODB odb odb json1.0 Odb 2024-08-20 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AcceptMarketplaceRegistration - -
O AssociateIamRoleToResource - -
O AssociateVirtualMachinesToCloudVmCluster - -
O AssociateVirtualMachinesToExadbVmCluster - -
O CreateAutonomousDatabase 1 -
O CreateAutonomousDatabaseBackup 7 -
O CreateAutonomousDatabaseWallet 8 9
O CreateCloudAutonomousVmCluster 11 -
O CreateCloudExadataInfrastructure 12 -
O CreateCloudVmCluster 13 -
O CreateExadbVmCluster 14 -
O CreateExascaleDbStorageVault 15 -
O CreateOdbNetwork 16 -
O CreateOdbPeeringConnection 17 -
O DeleteAutonomousDatabase - -
O DeleteAutonomousDatabaseBackup - -
O DeleteCloudAutonomousVmCluster - -
O DeleteCloudExadataInfrastructure - -
O DeleteCloudVmCluster - -
O DeleteExadbVmCluster - -
O DeleteExascaleDbStorageVault - -
O DeleteOdbNetwork - -
O DeleteOdbPeeringConnection - -
O DisassociateIamRoleFromResource - -
O DisassociateVirtualMachinesFromCloudVmCluster - -
O DisassociateVirtualMachinesFromExadbVmCluster - -
O FailoverAutonomousDatabase - -
O GetAutonomousDatabase - 18
O GetAutonomousDatabaseBackup - 25
O GetAutonomousDatabaseWalletDetails - 27
O GetCloudAutonomousVmCluster - 29
O GetCloudExadataInfrastructure - 31
O GetCloudExadataInfrastructureUnallocatedResources - -
O GetCloudVmCluster - 33
O GetDbNode - 35
O GetDbServer - 37
O GetExadbVmCluster - 39
O GetExascaleDbStorageVault - 41
O GetOciOnboardingStatus - -
O GetOdbNetwork - 43
O GetOdbPeeringConnection - 45
O InitializeService - -
O ListAutonomousDatabaseBackups - 47
O ListAutonomousDatabaseCharacterSets - -
O ListAutonomousDatabaseClones - 50
O ListAutonomousDatabasePeers - -
O ListAutonomousDatabaseRefreshableClones - -
O ListAutonomousDatabaseVersions - -
O ListAutonomousDatabases - 53
O ListAutonomousVirtualMachines - -
O ListCloudAutonomousVmClusters - 54
O ListCloudExadataInfrastructures - 57
O ListCloudVmClusters - 60
O ListDbNodes - 63
O ListDbServers - 66
O ListDbSystemShapes - -
O ListExadbVmClusters - 69
O ListExascaleDbStorageVaults - 72
O ListFlexComponents - -
O ListGiMinorVersions - -
O ListGiVersions - -
O ListOdbNetworks - 75
O ListOdbPeeringConnections - 78
O ListSystemVersions - -
O ListTagsForResource - 81
O RebootAutonomousDatabase - -
O RebootDbNode - -
O RestoreAutonomousDatabase 83 -
O ShrinkAutonomousDatabase - -
O StartAutonomousDatabase - -
O StartAutonomousDatabaseRefresh 84 -
O StartDbNode - -
O StopAutonomousDatabase - -
O StopDbNode - -
O SwitchoverAutonomousDatabase - -
O TagResource 85 -
O UntagResource - -
O UpdateAutonomousDatabase 86 -
O UpdateAutonomousDatabaseBackup - -
O UpdateCloudAutonomousVmCluster - -
O UpdateCloudExadataInfrastructure - -
O UpdateCloudExadataInfrastructureStorageCapacity - -
O UpdateCloudVmCluster - -
O UpdateExadbVmCluster - -
O UpdateExascaleCloudExadataInfrastructure - -
O UpdateExascaleDbStorageVault - -
O UpdateOdbNetwork - -
O UpdateOdbPeeringConnection - -
T 1 s SourceConfiguration~sourceConfiguration=2 ClientToken~clientToken/i=- Tags~tags=6
T 2 s PointInTimeRestore~pointInTimeRestore=3 CloneToRefreshable~cloneToRefreshable=5
T 3 s Timestamp~timestamp=4
T 4 t iso8601
T 5 s TimeOfAutoRefreshStart~timeOfAutoRefreshStart=4
T 6 m -
T 7 s ClientToken~clientToken/i=- Tags~tags=6
T 8 s ClientToken~clientToken/i=-
T 9 s AutonomousDatabaseWalletFile~autonomousDatabaseWalletFile=10
T 10 b
T 11 s ClientToken~clientToken/i=- Tags~tags=6
T 12 s Tags~tags=6 ClientToken~clientToken/i=-
T 13 s Tags~tags=6 ClientToken~clientToken/i=-
T 14 s Tags~tags=6 ClientToken~clientToken/i=-
T 15 s Tags~tags=6 ClientToken~clientToken/i=-
T 16 s ClientToken~clientToken/i=- Tags~tags=6
T 17 s ClientToken~clientToken/i=- Tags~tags=6
T 18 s AutonomousDatabase~autonomousDatabase=19
T 19 s ConnectionStringDetails~connectionStringDetails=20 StandbyDb~standbyDb=22 LocalStandbyDb~localStandbyDb=22 RemoteDisasterRecoveryConfiguration~remoteDisasterRecoveryConfiguration=23 LongTermBackupSchedule~longTermBackupSchedule=24 CreatedAt~createdAt=4 TimeOfLastBackup~timeOfLastBackup=4 TimeMaintenanceBegin~timeMaintenanceBegin=4 TimeMaintenanceEnd~timeMaintenanceEnd=4 TimeLocalDataGuardEnabled~timeLocalDataGuardEnabled=4 TimeDataGuardRoleChanged~timeDataGuardRoleChanged=4 TimeOfLastSwitchover~timeOfLastSwitchover=4 TimeOfLastFailover~timeOfLastFailover=4 TimeOfLastRefresh~timeOfLastRefresh=4 TimeOfLastRefreshPoint~timeOfLastRefreshPoint=4 TimeOfNextRefresh~timeOfNextRefresh=4 TimeOfAutoRefreshStart~timeOfAutoRefreshStart=4 TimeDeletionOfFreeAutonomousDatabase~timeDeletionOfFreeAutonomousDatabase=4 TimeReclamationOfFreeAutonomousDatabase~timeReclamationOfFreeAutonomousDatabase=4 TimeDisasterRecoveryRoleChanged~timeDisasterRecoveryRoleChanged=4 TimeUntilReconnectCloneEnabled~timeUntilReconnectCloneEnabled=4 NextLongTermBackupTimeStamp~nextLongTermBackupTimeStamp=4 TimeUndeleted~timeUndeleted=4
T 20 s AllConnectionStrings~allConnectionStrings=21
T 21 m -
T 22 s TimeDataGuardRoleChanged~timeDataGuardRoleChanged=4 TimeDisasterRecoveryRoleChanged~timeDisasterRecoveryRoleChanged=4 TimeMaintenanceBegin~timeMaintenanceBegin=4 TimeMaintenanceEnd~timeMaintenanceEnd=4
T 23 s TimeSnapshotStandbyEnabledTill~timeSnapshotStandbyEnabledTill=4
T 24 s TimeOfBackup~timeOfBackup=4
T 25 s AutonomousDatabaseBackup~autonomousDatabaseBackup=26
T 26 s TimeAvailableTill~timeAvailableTill=4 TimeStarted~timeStarted=4 TimeEnded~timeEnded=4
T 27 s AutonomousDatabaseWalletDetails~autonomousDatabaseWalletDetails=28
T 28 s TimeRotated~timeRotated=4
T 29 s CloudAutonomousVmCluster~cloudAutonomousVmCluster=30
T 30 s CreatedAt~createdAt=4 TimeDatabaseSslCertificateExpires~timeDatabaseSslCertificateExpires=4 TimeOrdsCertificateExpires~timeOrdsCertificateExpires=4
T 31 s CloudExadataInfrastructure~cloudExadataInfrastructure=32
T 32 s CreatedAt~createdAt=4
T 33 s CloudVmCluster~cloudVmCluster=34
T 34 s CreatedAt~createdAt=4
T 35 s DbNode~dbNode=36
T 36 s CreatedAt~createdAt=4
T 37 s DbServer~dbServer=38
T 38 s CreatedAt~createdAt=4
T 39 s ExadbVmCluster~exadbVmCluster=40
T 40 s CreatedAt~createdAt=4
T 41 s ExascaleDbStorageVault~exascaleDbStorageVault=42
T 42 s CreatedAt~createdAt=4
T 43 s OdbNetwork~odbNetwork=44
T 44 s CreatedAt~createdAt=4
T 45 s OdbPeeringConnection~odbPeeringConnection=46
T 46 s CreatedAt~createdAt=4
T 47 s AutonomousDatabaseBackups~autonomousDatabaseBackups=48
T 48 l 49
T 49 s TimeAvailableTill~timeAvailableTill=4 TimeStarted~timeStarted=4 TimeEnded~timeEnded=4
T 50 s AutonomousDatabaseClones~autonomousDatabaseClones=51
T 51 l 52
T 52 s ConnectionStringDetails~connectionStringDetails=20 StandbyDb~standbyDb=22 LocalStandbyDb~localStandbyDb=22 RemoteDisasterRecoveryConfiguration~remoteDisasterRecoveryConfiguration=23 LongTermBackupSchedule~longTermBackupSchedule=24 CreatedAt~createdAt=4 TimeOfLastBackup~timeOfLastBackup=4 TimeMaintenanceBegin~timeMaintenanceBegin=4 TimeMaintenanceEnd~timeMaintenanceEnd=4 TimeLocalDataGuardEnabled~timeLocalDataGuardEnabled=4 TimeDataGuardRoleChanged~timeDataGuardRoleChanged=4 TimeOfLastSwitchover~timeOfLastSwitchover=4 TimeOfLastFailover~timeOfLastFailover=4 TimeOfLastRefresh~timeOfLastRefresh=4 TimeOfLastRefreshPoint~timeOfLastRefreshPoint=4 TimeOfNextRefresh~timeOfNextRefresh=4 TimeOfAutoRefreshStart~timeOfAutoRefreshStart=4 TimeDeletionOfFreeAutonomousDatabase~timeDeletionOfFreeAutonomousDatabase=4 TimeReclamationOfFreeAutonomousDatabase~timeReclamationOfFreeAutonomousDatabase=4 TimeDisasterRecoveryRoleChanged~timeDisasterRecoveryRoleChanged=4 TimeUntilReconnectCloneEnabled~timeUntilReconnectCloneEnabled=4 NextLongTermBackupTimeStamp~nextLongTermBackupTimeStamp=4 TimeUndeleted~timeUndeleted=4
T 53 s AutonomousDatabases~autonomousDatabases=51
T 54 s CloudAutonomousVmClusters~cloudAutonomousVmClusters=55
T 55 l 56
T 56 s CreatedAt~createdAt=4 TimeDatabaseSslCertificateExpires~timeDatabaseSslCertificateExpires=4 TimeOrdsCertificateExpires~timeOrdsCertificateExpires=4
T 57 s CloudExadataInfrastructures~cloudExadataInfrastructures=58
T 58 l 59
T 59 s CreatedAt~createdAt=4
T 60 s CloudVmClusters~cloudVmClusters=61
T 61 l 62
T 62 s CreatedAt~createdAt=4
T 63 s DbNodes~dbNodes=64
T 64 l 65
T 65 s CreatedAt~createdAt=4
T 66 s DbServers~dbServers=67
T 67 l 68
T 68 s CreatedAt~createdAt=4
T 69 s ExadbVmClusters~exadbVmClusters=70
T 70 l 71
T 71 s CreatedAt~createdAt=4
T 72 s ExascaleDbStorageVaults~exascaleDbStorageVaults=73
T 73 l 74
T 74 s CreatedAt~createdAt=4
T 75 s OdbNetworks~odbNetworks=76
T 76 l 77
T 77 s CreatedAt~createdAt=4
T 78 s OdbPeeringConnections~odbPeeringConnections=79
T 79 l 80
T 80 s CreatedAt~createdAt=4
T 81 s Tags~tags=82
T 82 m -
T 83 s Timestamp~timestamp=4
T 84 s TimeOfRefreshCutoff~timeOfRefreshCutoff=4
T 85 s Tags~tags=6
T 86 s LongTermBackupSchedule~longTermBackupSchedule=24 TimeOfAutoRefreshStart~timeOfAutoRefreshStart=4
S opensearchserverless OpenSearchServerless OPENSEARCHSERVERLESS aoss aoss json1.0 OpenSearchServerless 2021-11-01 lower -
E ConflictException InternalServerException OcuLimitExceededException ResourceNotFoundException ServiceQuotaExceededException ValidationException
O BatchGetCollection - 1
O BatchGetCollectionGroup - -
O BatchGetEffectiveLifecyclePolicy - -
O BatchGetLifecyclePolicy - 5
O BatchGetVpcEndpoint - -
O CancelIngestionJob 9 -
O CreateAccessPolicy 10 11
O CreateCollection 13 14
O CreateCollectionGroup 16 -
O CreateIndex 17 -
O CreateIngestionJob 19 20
O CreateIngestionStream 23 24
O CreateLifecyclePolicy 26 27
O CreateSecurityConfig 28 -
O CreateSecurityPolicy 29 30
O CreateVpcEndpoint 32 -
O DeleteAccessPolicy 33 -
O DeleteCollection 34 -
O DeleteCollectionGroup 35 -
O DeleteIndex - -
O DeleteIngestionStream 36 -
O DeleteLifecyclePolicy 37 -
O DeleteSecurityConfig 38 -
O DeleteSecurityPolicy 39 -
O DeleteVpcEndpoint 40 -
O GetAccessPolicy - 41
O GetAccountSettings - -
O GetIndex - 42
O GetIngestionJob - 43
O GetIngestionStream - 44
O GetPoliciesStats - 45
O GetSecurityConfig - -
O GetSecurityPolicy - 50
O ListAccessPolicies - -
O ListCollectionGroups - -
O ListCollections - -
O ListIngestionJobs - 51
O ListIngestionStreams - 54
O ListLifecyclePolicies - -
O ListSecurityConfigs - -
O ListSecurityPolicies - -
O ListTagsForResource - -
O ListVpcEndpoints - -
O TagResource - -
O UntagResource - -
O UpdateAccessPolicy 57 58
O UpdateAccountSettings - -
O UpdateCollection 59 60
O UpdateCollectionGroup 62 -
O UpdateIndex 63 -
O UpdateLifecyclePolicy 64 65
O UpdateSecurityConfig 66 -
O UpdateSecurityPolicy 67 68
O UpdateVpcEndpoint 69 70
T 1 s CollectionDetails~collectionDetails=2
T 2 l 3
T 3 s VectorOptions~vectorOptions=4
T 4 s ServerlessVectorAcceleration=-
T 5 s LifecyclePolicyDetails~lifecyclePolicyDetails=6
T 6 l 7
T 7 s Policy~policy=8
T 8 d
T 9 s ClientToken~clientToken/i=-
T 10 s ClientToken~clientToken/i=-
T 11 s AccessPolicyDetail~accessPolicyDetail=12
T 12 s Policy~policy=8
T 13 s VectorOptions~vectorOptions=4 ClientToken~clientToken/i=-
T 14 s CreateCollectionDetail~createCollectionDetail=15
T 15 s VectorOptions~vectorOptions=4
T 16 s ClientToken~clientToken/i=-
T 17 s IndexSchema~indexSchema=18
T 18 d
T 19 s ClientToken~clientToken/i=-
T 20 s IngestionJobDetail~ingestionJobDetail=21
T 21 s CreatedAt~createdAt=22 UpdatedAt~updatedAt=22
T 22 t -
T 23 s ClientToken~clientToken/i=-
T 24 s IngestionStreamDetail~ingestionStreamDetail=25
T 25 s CreatedAt~createdAt=22 UpdatedAt~updatedAt=22
T 26 s ClientToken~clientToken/i=-
T 27 s LifecyclePolicyDetail~lifecyclePolicyDetail=7
T 28 s ClientToken~clientToken/i=-
T 29 s ClientToken~clientToken/i=-
T 30 s SecurityPolicyDetail~securityPolicyDetail=31
T 31 s Policy~policy=8
T 32 s ClientToken~clientToken/i=-
T 33 s ClientToken~clientToken/i=-
T 34 s ClientToken~clientToken/i=-
T 35 s ClientToken~clientToken/i=-
T 36 s ClientToken~clientToken/i=-
T 37 s ClientToken~clientToken/i=-
T 38 s ClientToken~clientToken/i=-
T 39 s ClientToken~clientToken/i=-
T 40 s ClientToken~clientToken/i=-
T 41 s AccessPolicyDetail~accessPolicyDetail=12
T 42 s IndexSchema~indexSchema=18
T 43 s IngestionJobDetail~ingestionJobDetail=21
T 44 s IngestionStreamDetail~ingestionStreamDetail=25
T 45 s AccessPolicyStats=46 SecurityPolicyStats=47 SecurityConfigStats=48 LifecyclePolicyStats=49 TotalPolicyCount=-
T 46 s DataPolicyCount=-
T 47 s EncryptionPolicyCount=- NetworkPolicyCount=-
T 48 s SamlConfigCount=-
T 49 s RetentionPolicyCount=-
T 50 s SecurityPolicyDetail~securityPolicyDetail=31
T 51 s IngestionJobSummaries~ingestionJobSummaries=52
T 52 l 53
T 53 s CreatedAt~createdAt=22 UpdatedAt~updatedAt=22
T 54 s IngestionStreamSummaries~ingestionStreamSummaries=55
T 55 l 56
T 56 s CreatedAt~createdAt=22 UpdatedAt~updatedAt=22
T 57 s ClientToken~clientToken/i=-
T 58 s AccessPolicyDetail~accessPolicyDetail=12
T 59 s VectorOptions~vectorOptions=4 ClientToken~clientToken/i=-
T 60 s UpdateCollectionDetail~updateCollectionDetail=61
T 61 s VectorOptions~vectorOptions=4
T 62 s ClientToken~clientToken/i=-
T 63 s IndexSchema~indexSchema=18
T 64 s ClientToken~clientToken/i=-
T 65 s LifecyclePolicyDetail~lifecyclePolicyDetail=7
T 66 s ClientToken~clientToken/i=-
T 67 s ClientToken~clientToken/i=-
T 68 s SecurityPolicyDetail~securityPolicyDetail=31
T 69 s ClientToken~clientToken/i=-
T 70 s UpdateVpcEndpointDetail=-
S organizations Organizations ORGANIZATIONS organizations organizations json1.1 AWSOrganizationsV20161128 2016-11-28 upper organizations.us-east-1.amazonaws.com@us-east-1
E AWSOrganizationsNotInUseException=AwsOrganizationsNotInUseException AccessDeniedException AccessDeniedForDependencyException AccountAlreadyClosedException AccountAlreadyRegisteredException AccountNotFoundException AccountNotRegisteredException AccountOwnerNotVerifiedException AlreadyInOrganizationException ChildNotFoundException ConcurrentModificationException ConflictException ConstraintViolationException CreateAccountStatusNotFoundException DestinationParentNotFoundException DuplicateAccountException DuplicateHandshakeException DuplicateOrganizationalUnitException DuplicatePolicyAttachmentException DuplicatePolicyException EffectivePolicyNotFoundException FinalizingOrganizationException HandshakeAlreadyInStateException HandshakeConstraintViolationException HandshakeNotFoundException InvalidHandshakeTransitionException InvalidInputException InvalidResponsibilityTransferTransitionException MalformedPolicyDocumentException MasterCannotLeaveOrganizationException OrganizationNotEmptyException OrganizationalUnitNotEmptyException OrganizationalUnitNotFoundException ParentNotFoundException PolicyChangesInProgressException PolicyInUseException PolicyNotAttachedException PolicyNotFoundException PolicyTypeAlreadyEnabledException PolicyTypeNotAvailableForOrganizationException PolicyTypeNotEnabledException ResourcePolicyNotFoundException ResponsibilityTransferAlreadyInStatusException ResponsibilityTransferNotFoundException RootNotFoundException ServiceException SourceParentNotFoundException TargetNotFoundException TooManyRequestsException UnsupportedAPIEndpointException=UnsupportedApiEndpointException
O AcceptHandshake - 1
O AttachPolicy - -
O CancelHandshake - 4
O CloseAccount - -
O CreateAccount - 5
O CreateGovCloudAccount - 7
O CreateOrganization - -
O CreateOrganizationalUnit - -
O CreatePolicy - -
O DeclineHandshake - 8
O DeleteOrganization - -
O DeleteOrganizationalUnit - -
O DeletePolicy - -
O DeleteResourcePolicy - -
O DeregisterDelegatedAdministrator - -
O DescribeAccount - 9
O DescribeCreateAccountStatus - 11
O DescribeEffectivePolicy - 12
O DescribeHandshake - 14
O DescribeOrganization - -
O DescribeOrganizationalUnit - -
O DescribePolicy - -
O DescribeResourcePolicy - -
O DescribeResponsibilityTransfer - 15
O DetachPolicy - -
O DisableAWSServiceAccess - -
O DisablePolicyType - -
O EnableAWSServiceAccess - -
O EnableAllFeatures - 17
O EnablePolicyType - -
O InviteAccountToOrganization - 18
O InviteOrganizationToTransferResponsibility 19 20
O LeaveOrganization - -
O ListAWSServiceAccessForOrganization - 21
O ListAccounts - 24
O ListAccountsForParent - 26
O ListAccountsWithInvalidEffectivePolicy - 27
O ListChildren - -
O ListCreateAccountStatus - 28
O ListDelegatedAdministrators - 30
O ListDelegatedServicesForAccount - 33
O ListEffectivePolicyValidationErrors - 36
O ListHandshakesForAccount - 37
O ListHandshakesForOrganization - 39
O ListInboundResponsibilityTransfers - 40
O ListOrganizationalUnitsForParent - -
O ListOutboundResponsibilityTransfers - 42
O ListParents - -
O ListPolicies - -
O ListPoliciesForTarget - -
O ListRoots - -
O ListTagsForResource - -
O ListTargetsForPolicy - -
O MoveAccount - -
O PutResourcePolicy - -
O RegisterDelegatedAdministrator - -
O RemoveAccountFromOrganization - -
O TagResource - -
O TerminateResponsibilityTransfer 43 44
O UntagResource - -
O UpdateOrganizationalUnit - -
O UpdatePolicy - -
O UpdateResponsibilityTransfer - 45
T 1 s Handshake=2
T 2 s RequestedTimestamp=3 ExpirationTimestamp=3
T 3 t -
T 4 s Handshake=2
T 5 s CreateAccountStatus=6
T 6 s RequestedTimestamp=3 CompletedTimestamp=3
T 7 s CreateAccountStatus=6
T 8 s Handshake=2
T 9 s Account=10
T 10 s JoinedTimestamp=3
T 11 s CreateAccountStatus=6
T 12 s EffectivePolicy=13
T 13 s LastUpdatedTimestamp=3
T 14 s Handshake=2
T 15 s ResponsibilityTransfer=16
T 16 s StartTimestamp=3 EndTimestamp=3
T 17 s Handshake=2
T 18 s Handshake=2
T 19 s StartTimestamp=3
T 20 s Handshake=2
T 21 s EnabledServicePrincipals=22
T 22 l 23
T 23 s DateEnabled=3
T 24 s Accounts=25
T 25 l 10
T 26 s Accounts=25
T 27 s Accounts=25
T 28 s CreateAccountStatuses=29
T 29 l 6
T 30 s DelegatedAdministrators=31
T 31 l 32
T 32 s JoinedTimestamp=3 DelegationEnabledDate=3
T 33 s DelegatedServices=34
T 34 l 35
T 35 s DelegationEnabledDate=3
T 36 s EvaluationTimestamp=3
T 37 s Handshakes=38
T 38 l 2
T 39 s Handshakes=38
T 40 s ResponsibilityTransfers=41
T 41 l 16
T 42 s ResponsibilityTransfers=41
T 43 s EndTimestamp=3
T 44 s ResponsibilityTransfer=16
T 45 s ResponsibilityTransfer=16
S paymentcryptography PaymentCryptography PAYMENT_CRYPTOGRAPHY controlplane.payment-cryptography payment-cryptography json1.0 PaymentCryptographyControlPlane 2021-09-14 upper -
E AccessDeniedException ConflictException InternalServerException PublicPolicyException ResourceNotFoundException ServiceQuotaExceededException ServiceUnavailableException ThrottlingException ValidationException
O AddKeyReplicationRegions - 1
O AssociateMpaTeam - 5
O CreateAlias - -
O CreateKey - 7
O DeleteAlias - -
O DeleteKey - 8
O DeleteResourcePolicy - -
O DisableDefaultKeyReplicationRegions - -
O DisassociateMpaTeam - 9
O EnableDefaultKeyReplicationRegions - -
O ExportKey - -
O GetAlias - -
O GetCertificateSigningRequest - -
O GetDefaultKeyReplicationRegions - -
O GetKey - 10
O GetMpaTeamAssociation - 11
O GetParametersForExport - 12
O GetParametersForImport - 13
O GetPublicKeyCertificate - -
O GetResourcePolicy - -
O ImportKey - 14
O ListAliases - -
O ListKeys - -
O ListTagsForResource - -
O PutResourcePolicy - -
O RemoveKeyReplicationRegions - 15
O RestoreKey - 16
O StartKeyUsage - 17
O StopKeyUsage - 18
O TagResource - -
O UntagResource - -
O UpdateAlias - -
T 1 s Key=2
T 2 s CreateTimestamp=3 UsageStartTimestamp=3 UsageStopTimestamp=3 DeletePendingTimestamp=3 DeleteTimestamp=3 MpaStatus=4
T 3 t -
T 4 s InitiationDate=3
T 5 s MpaTeamAssociation=6
T 6 s MpaStatus=4
T 7 s Key=2
T 8 s Key=2
T 9 s MpaTeamAssociation=6
T 10 s Key=2
T 11 s MpaTeamAssociation=6
T 12 s ParametersValidUntilTimestamp=3
T 13 s ParametersValidUntilTimestamp=3
T 14 s Key=2
T 15 s Key=2
T 16 s Key=2
T 17 s Key=2
T 18 s Key=2
S payments Payments PAYMENTS payments payments json1.0 AWSPayments 2026-09-23 lower payments.us-east-1.api.aws@us-east-1
E AccessDeniedException InternalServerException ResourceNotFoundException ThrottlingException ValidationException
O BatchGetFinancialRecord - 1
O GetAccountBalance - -
O GetFinancialRecord - 9
O GetPaymentInstrument - 10
O ListFinancialRecords 12 13
O ListPaymentInstruments - 16
T 1 s FinancialRecords~financialRecords=2
T 2 l 3
T 3 s IssuedAt~issuedAt=4 ClosedAt~closedAt=4 Details~details=5
T 4 t -
T 5 s InvoiceDetails~invoiceDetails=6 CreditMemoDetails~creditMemoDetails=8
T 6 s BillingPeriod~billingPeriod=7 DueDate~dueDate=4
T 7 s StartDate~startDate=4 EndDate~endDate=4
T 8 s BillingPeriod~billingPeriod=7
T 9 s FinancialRecord~financialRecord=3
T 10 s PaymentInstrument~paymentInstrument=11
T 11 s CreatedAt~createdAt=4 UpdatedAt~updatedAt=4
T 12 s IssuedAfter~issuedAfter=4 IssuedBefore~issuedBefore=4
T 13 s FinancialRecordSummaries~financialRecordSummaries=14
T 14 l 15
T 15 s IssuedAt~issuedAt=4 ClosedAt~closedAt=4
T 16 s PaymentInstrumentSummaries~paymentInstrumentSummaries=17
T 17 l 18
T 18 s CreatedAt~createdAt=4 UpdatedAt~updatedAt=4
S pcs Pcs PCS pcs pcs json1.0 AWSParallelComputingService 2023-02-10 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateCluster 1 3
O CreateComputeNodeGroup 6 10
O CreateQueue 13 14
O DeleteCluster 16 -
O DeleteComputeNodeGroup 17 -
O DeleteQueue 18 -
O GetCluster - 19
O GetComputeNodeGroup - 20
O GetQueue - 21
O ListClusters - 22
O ListComputeNodeGroups - 25
O ListQueues - 28
O ListTagsForResource - 31
O RegisterComputeNodeGroupInstance - -
O TagResource 33 -
O UntagResource - -
O UpdateCluster 34 35
O UpdateComputeNodeGroup 36 38
O UpdateQueue 39 40
T 1 s ClientToken~clientToken/i=- Tags~tags=2
T 2 m -
T 3 s Cluster~cluster=4
T 4 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=5
T 5 t iso8601
T 6 s SlurmConfiguration~slurmConfiguration=7 ClientToken~clientToken/i=- Tags~tags=2
T 7 s GresCustomSettings~gresCustomSettings=8
T 8 l 9
T 9 m -
T 10 s ComputeNodeGroup~computeNodeGroup=11
T 11 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=5 SlurmConfiguration~slurmConfiguration=12
T 12 s GresCustomSettings~gresCustomSettings=8
T 13 s ClientToken~clientToken/i=- Tags~tags=2
T 14 s Queue~queue=15
T 15 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=5
T 16 s ClientToken~clientToken/i=-
T 17 s ClientToken~clientToken/i=-
T 18 s ClientToken~clientToken/i=-
T 19 s Cluster~cluster=4
T 20 s ComputeNodeGroup~computeNodeGroup=11
T 21 s Queue~queue=15
T 22 s Clusters~clusters=23
T 23 l 24
T 24 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=5
T 25 s ComputeNodeGroups~computeNodeGroups=26
T 26 l 27
T 27 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=5
T 28 s Queues~queues=29
T 29 l 30
T 30 s CreatedAt~createdAt=5 ModifiedAt~modifiedAt=5
T 31 s Tags~tags=32
T 32 m -
T 33 s Tags~tags=2
T 34 s ClientToken~clientToken/i=-
T 35 s Cluster~cluster=4
T 36 s SlurmConfiguration~slurmConfiguration=37 ClientToken~clientToken/i=-
T 37 s GresCustomSettings~gresCustomSettings=8
T 38 s ComputeNodeGroup~computeNodeGroup=11
T 39 s ClientToken~clientToken/i=-
T 40 s Queue~queue=15
S personalize Personalize PERSONALIZE personalize personalize json1.1 AmazonPersonalize 2018-05-22 lower -
E InvalidInputException InvalidNextTokenException LimitExceededException ResourceAlreadyExistsException ResourceInUseException ResourceNotFoundException TooManyTagKeysException TooManyTagsException
O CreateBatchInferenceJob 1 -
O CreateBatchSegmentJob - -
O CreateCampaign 5 -
O CreateDataDeletionJob - -
O CreateDataset - -
O CreateDatasetExportJob - -
O CreateDatasetGroup - -
O CreateDatasetImportJob - -
O CreateEventTracker - -
O CreateFilter - -
O CreateMetricAttribution - -
O CreateRecommender 7 -
O CreateSchema - -
O CreateSolution 12 -
O CreateSolutionVersion - -
O DeleteCampaign - -
O DeleteDataset - -
O DeleteDatasetGroup - -
O DeleteEventTracker - -
O DeleteFilter - -
O DeleteMetricAttribution - -
O DeleteRecommender - -
O DeleteSchema - -
O DeleteSolution - -
O DescribeAlgorithm - 15
O DescribeBatchInferenceJob - 19
O DescribeBatchSegmentJob - 21
O DescribeCampaign - 23
O DescribeDataDeletionJob - 26
O DescribeDataset - 28
O DescribeDatasetExportJob - 31
O DescribeDatasetGroup - 33
O DescribeDatasetImportJob - 35
O DescribeEventTracker - 37
O DescribeFeatureTransformation - 39
O DescribeFilter - 42
O DescribeMetricAttribution - 44
O DescribeRecipe - 46
O DescribeRecommender - 48
O DescribeSchema - 52
O DescribeSolution - 54
O DescribeSolutionVersion - 58
O GetSolutionMetrics - 61
O ListBatchInferenceJobs - 62
O ListBatchSegmentJobs - 65
O ListCampaigns - 68
O ListDataDeletionJobs - 71
O ListDatasetExportJobs - 74
O ListDatasetGroups - 77
O ListDatasetImportJobs - 80
O ListDatasets - 83
O ListEventTrackers - 86
O ListFilters - 89
O ListMetricAttributionMetrics - -
O ListMetricAttributions - 92
O ListRecipes - 95
O ListRecommenders - 98
O ListSchemas - 101
O ListSolutionVersions - 104
O ListSolutions - 106
O ListTagsForResource - -
O StartRecommender - -
O StopRecommender - -
O StopSolutionVersionCreation - -
O TagResource - -
O UntagResource - -
O UpdateCampaign 109 -
O UpdateDataset - -
O UpdateMetricAttribution - -
O UpdateRecommender 110 -
O UpdateSolution - -
T 1 s BatchInferenceJobConfig~batchInferenceJobConfig=2
T 2 s ItemExplorationConfig~itemExplorationConfig=3 RankingInfluence~rankingInfluence=4
T 3 m -
T 4 m -
T 5 s CampaignConfig~campaignConfig=6
T 6 s ItemExplorationConfig~itemExplorationConfig=3 RankingInfluence~rankingInfluence=4
T 7 s RecommenderConfig~recommenderConfig=8
T 8 s ItemExplorationConfig~itemExplorationConfig=3 TrainingDataConfig~trainingDataConfig=9
T 9 s ExcludedDatasetColumns~excludedDatasetColumns=10 IncludedDatasetColumns~includedDatasetColumns=11
T 10 m -
T 11 m -
T 12 s SolutionConfig~solutionConfig=13
T 13 s AlgorithmHyperParameters~algorithmHyperParameters=3 FeatureTransformationParameters~featureTransformationParameters=14 TrainingDataConfig~trainingDataConfig=9
T 14 m -
T 15 s Algorithm~algorithm=16
T 16 s DefaultHyperParameters~defaultHyperParameters=3 DefaultResourceConfig~defaultResourceConfig=17 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 17 m -
T 18 t -
T 19 s BatchInferenceJob~batchInferenceJob=20
T 20 s BatchInferenceJobConfig~batchInferenceJobConfig=2 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 21 s BatchSegmentJob~batchSegmentJob=22
T 22 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 23 s Campaign~campaign=24
T 24 s CampaignConfig~campaignConfig=6 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18 LatestCampaignUpdate~latestCampaignUpdate=25
T 25 s CampaignConfig~campaignConfig=6 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 26 s DataDeletionJob~dataDeletionJob=27
T 27 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 28 s Dataset~dataset=29
T 29 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18 LatestDatasetUpdate~latestDatasetUpdate=30
T 30 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 31 s DatasetExportJob~datasetExportJob=32
T 32 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 33 s DatasetGroup~datasetGroup=34
T 34 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 35 s DatasetImportJob~datasetImportJob=36
T 36 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 37 s EventTracker~eventTracker=38
T 38 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 39 s FeatureTransformation~featureTransformation=40
T 40 s DefaultParameters~defaultParameters=41 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 41 m -
T 42 s Filter~filter=43
T 43 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 44 s MetricAttribution~metricAttribution=45
T 45 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 46 s Recipe~recipe=47
T 47 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 48 s Recommender~recommender=49
T 49 s RecommenderConfig~recommenderConfig=8 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18 LatestRecommenderUpdate~latestRecommenderUpdate=50 ModelMetrics~modelMetrics=51
T 50 s RecommenderConfig~recommenderConfig=8 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 51 m -
T 52 s Schema~schema=53
T 53 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 54 s Solution~solution=55
T 55 s SolutionConfig~solutionConfig=13 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18 LatestSolutionVersion~latestSolutionVersion=56 LatestSolutionUpdate~latestSolutionUpdate=57
T 56 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 57 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 58 s SolutionVersion~solutionVersion=59
T 59 s SolutionConfig~solutionConfig=13 TunedHPOParams~tunedHPOParams=60 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 60 s AlgorithmHyperParameters~algorithmHyperParameters=3
T 61 s Metrics~metrics=51
T 62 s BatchInferenceJobs~batchInferenceJobs=63
T 63 l 64
T 64 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 65 s BatchSegmentJobs~batchSegmentJobs=66
T 66 l 67
T 67 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 68 s Campaigns~campaigns=69
T 69 l 70
T 70 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 71 s DataDeletionJobs~dataDeletionJobs=72
T 72 l 73
T 73 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 74 s DatasetExportJobs~datasetExportJobs=75
T 75 l 76
T 76 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 77 s DatasetGroups~datasetGroups=78
T 78 l 79
T 79 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 80 s DatasetImportJobs~datasetImportJobs=81
T 81 l 82
T 82 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 83 s Datasets~datasets=84
T 84 l 85
T 85 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 86 s EventTrackers~eventTrackers=87
T 87 l 88
T 88 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 89 s Filters=90
T 90 l 91
T 91 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 92 s MetricAttributions~metricAttributions=93
T 93 l 94
T 94 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 95 s Recipes~recipes=96
T 96 l 97
T 97 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 98 s Recommenders~recommenders=99
T 99 l 100
T 100 s RecommenderConfig~recommenderConfig=8 CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 101 s Schemas~schemas=102
T 102 l 103
T 103 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 104 s SolutionVersions~solutionVersions=105
T 105 l 56
T 106 s Solutions~solutions=107
T 107 l 108
T 108 s CreationDateTime~creationDateTime=18 LastUpdatedDateTime~lastUpdatedDateTime=18
T 109 s CampaignConfig~campaignConfig=6
T 110 s RecommenderConfig~recommenderConfig=8
S pi Pi PI pi pi json1.1 PerformanceInsightsv20180227 2018-02-27 upper -
E InternalServiceError=InternalServiceErrorException InvalidArgumentException NotAuthorizedException
O CreatePerformanceAnalysisReport 1 -
O DeletePerformanceAnalysisReport - -
O DescribeDimensionKeys 3 4
O GetDimensionKeyDetails - -
O GetPerformanceAnalysisReport - 5
O GetResourceMetadata - -
O GetResourceMetrics 9 10
O ListAvailableResourceDimensions - -
O ListAvailableResourceMetrics - -
O ListPerformanceAnalysisReportRecommendations - -
O ListPerformanceAnalysisReports - 15
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
T 1 s StartTime=2 EndTime=2
T 2 t -
T 3 s StartTime=2 EndTime=2
T 4 s AlignedStartTime=2 AlignedEndTime=2
T 5 s AnalysisReport=6
T 6 s CreateTime=2 StartTime=2 EndTime=2 Insights=7
T 7 l 8
T 8 s StartTime=2 EndTime=2 SupportingInsights=7
T 9 s StartTime=2 EndTime=2
T 10 s AlignedStartTime=2 AlignedEndTime=2 MetricList=11
T 11 l 12
T 12 s DataPoints=13
T 13 l 14
T 14 s Timestamp=2
T 15 s AnalysisReports=16
T 16 l 17
T 17 s CreateTime=2 StartTime=2 EndTime=2
S pinpointsmsvoicev2 PinpointSmsVoiceV2 PINPOINT_SMS_VOICE_V2 sms-voice sms-voice json1.0 PinpointSMSVoiceV2 2022-03-31 upper -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AssociateOriginationIdentity 1 -
O AssociateProtectConfiguration - -
O CarrierLookup - -
O CreateConfigurationSet 2 3
O CreateEventDestination 5 -
O CreateNotifyConfiguration 6 7
O CreateOptOutList 8 9
O CreatePool 10 11
O CreateProtectConfiguration 12 13
O CreateRcsAgent 14 15
O CreateRegistration 16 17
O CreateRegistrationAssociation - -
O CreateRegistrationAttachment 18 20
O CreateRegistrationVersion - 21
O CreateVerifiedDestinationNumber 23 24
O DeleteAccountDefaultProtectConfiguration - -
O DeleteConfigurationSet - 25
O DeleteDefaultMessageType - -
O DeleteDefaultSenderId - -
O DeleteEventDestination - -
O DeleteKeyword - -
O DeleteMediaMessageSpendLimitOverride - -
O DeleteNotifyConfiguration - 26
O DeleteNotifyMessageSpendLimitOverride - -
O DeleteOptOutList - 27
O DeleteOptedOutNumber - 28
O DeletePool - 29
O DeleteProtectConfiguration - 30
O DeleteProtectConfigurationRuleSetNumberOverride - 31
O DeleteRcsAgent - 32
O DeleteRcsMessageSpendLimitOverride - -
O DeleteRegistration - 33
O DeleteRegistrationAttachment - 34
O DeleteRegistrationFieldValue - -
O DeleteResourcePolicy - 35
O DeleteTextMessageSpendLimitOverride - -
O DeleteVerifiedDestinationNumber - 36
O DeleteVoiceMessageSpendLimitOverride - -
O DescribeAccountAttributes - -
O DescribeAccountLimits - -
O DescribeConfigurationSets - 37
O DescribeKeywords - -
O DescribeNotifyConfigurations - 40
O DescribeNotifyTemplates - 43
O DescribeOptOutLists - 46
O DescribeOptedOutNumbers - 49
O DescribePhoneNumbers - 52
O DescribePools - 55
O DescribeProtectConfigurations - 58
O DescribeRcsAgentCountryLaunchStatus - -
O DescribeRcsAgents - 61
O DescribeRegistrationAttachments - 64
O DescribeRegistrationFieldDefinitions - -
O DescribeRegistrationFieldValues - -
O DescribeRegistrationSectionDefinitions - -
O DescribeRegistrationTypeDefinitions - -
O DescribeRegistrationVersions - 67
O DescribeRegistrations - 70
O DescribeSenderIds - -
O DescribeSpendLimits - -
O DescribeVerifiedDestinationNumbers - 73
O DisassociateOriginationIdentity 76 -
O DisassociateProtectConfiguration - -
O DiscardRegistrationVersion - 77
O GetProtectConfigurationCountryRuleSet - -
O GetResourcePolicy - 78
O ListAvailablePhoneNumbers - -
O ListNotifyCountries - -
O ListPoolOriginationIdentities - -
O ListProtectConfigurationRuleSetNumberOverrides - 79
O ListRegistrationAssociations - -
O ListTagsForResource - -
O PutKeyword - -
O PutMessageFeedback - -
O PutOptedOutNumber - 82
O PutProtectConfigurationRuleSetNumberOverride 83 84
O PutRegistrationFieldValue - -
O PutResourcePolicy - 85
O ReleasePhoneNumber - 86
O ReleaseSenderId - -
O RequestPhoneNumber 87 88
O RequestSenderId 89 -
O SendDestinationNumberVerificationCode - -
O SendMediaMessage - -
O SendNotifyTextMessage - -
O SendNotifyVoiceMessage - -
O SendRcsMessage 90 -
O SendTextMessage - -
O SendVoiceMessage - -
O SetAccountDefaultProtectConfiguration - -
O SetDefaultMessageFeedbackEnabled - -
O SetDefaultMessageType - -
O SetDefaultSenderId - -
O SetMediaMessageSpendLimitOverride - -
O SetNotifyMessageSpendLimitOverride - -
O SetRcsMessageSpendLimitOverride - -
O SetTextMessageSpendLimitOverride - -
O SetVoiceMessageSpendLimitOverride - -
O SubmitRegistrationVersion - 102
O TagResource - -
O UntagResource - -
O UpdateEventDestination - -
O UpdateNotifyConfiguration - 103
O UpdatePhoneNumber - 104
O UpdatePool - 105
O UpdateProtectConfiguration - 106
O UpdateProtectConfigurationCountryRuleSet - -
O UpdateRcsAgent - 107
O UpdateSenderId - -
O VerifyDestinationNumber - 108
T 1 s ClientToken/i=-
T 2 s ClientToken/i=-
T 3 s CreatedTimestamp=4
T 4 t -
T 5 s ClientToken/i=-
T 6 s ClientToken/i=-
T 7 s CreatedTimestamp=4
T 8 s ClientToken/i=-
T 9 s CreatedTimestamp=4
T 10 s ClientToken/i=-
T 11 s CreatedTimestamp=4
T 12 s ClientToken/i=-
T 13 s CreatedTimestamp=4
T 14 s ClientToken/i=-
T 15 s CreatedTimestamp=4
T 16 s ClientToken/i=-
T 17 s CreatedTimestamp=4
T 18 s AttachmentBody=19 ClientToken/i=-
T 19 b
T 20 s CreatedTimestamp=4
T 21 s RegistrationVersionStatusHistory=22
T 22 s DraftTimestamp=4 SubmittedTimestamp=4 AwsReviewingTimestamp=4 ReviewingTimestamp=4 RequiresAuthenticationTimestamp=4 ApprovedTimestamp=4 DiscardedTimestamp=4 DeniedTimestamp=4 RevokedTimestamp=4 ArchivedTimestamp=4
T 23 s ClientToken/i=-
T 24 s CreatedTimestamp=4
T 25 s CreatedTimestamp=4
T 26 s CreatedTimestamp=4
T 27 s CreatedTimestamp=4
T 28 s OptedOutTimestamp=4
T 29 s CreatedTimestamp=4
T 30 s CreatedTimestamp=4
T 31 s CreatedTimestamp=4 ExpirationTimestamp=4
T 32 s CreatedTimestamp=4
T 33 s CreatedTimestamp=4
T 34 s CreatedTimestamp=4
T 35 s CreatedTimestamp=4
T 36 s CreatedTimestamp=4
T 37 s ConfigurationSets=38
T 38 l 39
T 39 s CreatedTimestamp=4
T 40 s NotifyConfigurations=41
T 41 l 42
T 42 s CreatedTimestamp=4
T 43 s NotifyTemplates=44
T 44 l 45
T 45 s CreatedTimestamp=4
T 46 s OptOutLists=47
T 47 l 48
T 48 s CreatedTimestamp=4
T 49 s OptedOutNumbers=50
T 50 l 51
T 51 s OptedOutTimestamp=4
T 52 s PhoneNumbers=53
T 53 l 54
T 54 s CreatedTimestamp=4
T 55 s Pools=56
T 56 l 57
T 57 s CreatedTimestamp=4
T 58 s ProtectConfigurations=59
T 59 l 60
T 60 s CreatedTimestamp=4
T 61 s RcsAgents=62
T 62 l 63
T 63 s CreatedTimestamp=4
T 64 s RegistrationAttachments=65
T 65 l 66
T 66 s CreatedTimestamp=4
T 67 s RegistrationVersions=68
T 68 l 69
T 69 s RegistrationVersionStatusHistory=22
T 70 s Registrations=71
T 71 l 72
T 72 s CreatedTimestamp=4
T 73 s VerifiedDestinationNumbers=74
T 74 l 75
T 75 s CreatedTimestamp=4
T 76 s ClientToken/i=-
T 77 s RegistrationVersionStatusHistory=22
T 78 s CreatedTimestamp=4
T 79 s RuleSetNumberOverrides=80
T 80 l 81
T 81 s CreatedTimestamp=4 ExpirationTimestamp=4
T 82 s OptedOutTimestamp=4
T 83 s ClientToken/i=- ExpirationTimestamp=4
T 84 s CreatedTimestamp=4 ExpirationTimestamp=4
T 85 s CreatedTimestamp=4
T 86 s CreatedTimestamp=4
T 87 s ClientToken/i=-
T 88 s CreatedTimestamp=4
T 89 s ClientToken/i=-
T 90 s RcsMessageContent=91
T 91 s Content=92 Suggestions=101
T 92 s RichCard=93 Carousel=98
T 93 s CardContent=94
T 94 s Suggestions=95
T 95 l 96
T 96 s CreateCalendarEvent=97
T 97 s StartTime=4 EndTime=4
T 98 s CardContents=99
T 99 l 100
T 100 s Suggestions=95
T 101 l 96
T 102 s RegistrationVersionStatusHistory=22
T 103 s CreatedTimestamp=4
T 104 s CreatedTimestamp=4
T 105 s CreatedTimestamp=4
T 106 s CreatedTimestamp=4
T 107 s CreatedTimestamp=4
T 108 s CreatedTimestamp=4
S pipes Pipes PIPES pipes pipes rest-json - 2015-10-07 upper -
E ConflictException InternalException NotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreatePipe 1 26 POST /v1/pipes/{Name}
O DeletePipe 27 28 DELETE /v1/pipes/{Name}
O DescribePipe 29 30 GET /v1/pipes/{Name}
O ListPipes 31 32 GET /v1/pipes
O ListTagsForResource 35 36 GET /tags/{resourceArn}
O StartPipe 37 38 POST /v1/pipes/{Name}/start
O StopPipe 39 40 POST /v1/pipes/{Name}/stop
O TagResource 41 - POST /tags/{resourceArn}
O UntagResource 42 - DELETE /tags/{resourceArn}
O UpdatePipe 43 44 PUT /v1/pipes/{Name}
T 1 s Name/u=- SourceParameters=2 TargetParameters=5
T 2 s KinesisStreamParameters=3
T 3 s StartingPositionTimestamp=4
T 4 t -
T 5 s EcsTaskParameters=6
T 6 s NetworkConfiguration=7 CapacityProviderStrategy=8 PlacementConstraints=10 PlacementStrategy=12 Overrides=14
T 7 s AwsvpcConfiguration~awsvpcConfiguration=-
T 8 l 9
T 9 s CapacityProvider~capacityProvider=- Weight~weight=- Base~base=-
T 10 l 11
T 11 s Type~type=- Expression~expression=-
T 12 l 13
T 13 s Type~type=- Field~field=-
T 14 s ContainerOverrides=15 EphemeralStorage=23 InferenceAcceleratorOverrides=24
T 15 l 16
T 16 s Environment=17 EnvironmentFiles=19 ResourceRequirements=21
T 17 l 18
T 18 s Name~name=- Value~value=-
T 19 l 20
T 20 s Type~type=- Value~value=-
T 21 l 22
T 22 s Type~type=- Value~value=-
T 23 s SizeInGiB~sizeInGiB=-
T 24 l 25
T 25 s DeviceName~deviceName=- DeviceType~deviceType=-
T 26 s CreationTime=4 LastModifiedTime=4
T 27 s Name/u=-
T 28 s CreationTime=4 LastModifiedTime=4
T 29 s Name/u=-
T 30 s SourceParameters=2 TargetParameters=5 CreationTime=4 LastModifiedTime=4
T 31 s NamePrefix/q=- DesiredState/q=- CurrentState/q=- SourcePrefix/q=- TargetPrefix/q=- NextToken/q=- Limit/q=-
T 32 s Pipes=33
T 33 l 34
T 34 s CreationTime=4 LastModifiedTime=4
T 35 s ResourceArn~resourceArn/u=-
T 36 s Tags~tags=-
T 37 s Name/u=-
T 38 s CreationTime=4 LastModifiedTime=4
T 39 s Name/u=-
T 40 s CreationTime=4 LastModifiedTime=4
T 41 s ResourceArn~resourceArn/u=- Tags~tags=-
T 42 s ResourceArn~resourceArn/u=- TagKeys~tagKeys/q=-
T 43 s Name/u=- TargetParameters=5
T 44 s CreationTime=4 LastModifiedTime=4
S pricing Pricing PRICING api.pricing pricing json1.1 AWSPriceListService 2017-10-15 upper -
E AccessDeniedException ExpiredNextTokenException InternalErrorException InvalidNextTokenException InvalidParameterException NotFoundException ResourceNotFoundException ThrottlingException
O DescribeServices - -
O GetAttributeValues - -
O GetPriceListFileUrl - -
O GetProducts - -
O ListPriceLists 1 -
T 1 s EffectiveDate=2
T 2 t -
S proton Proton PROTON proton proton json1.0 AwsProton20200720 2020-07-20 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AcceptEnvironmentAccountConnection - 1
O CancelComponentDeployment - 4
O CancelEnvironmentDeployment - 6
O CancelServiceInstanceDeployment - 8
O CancelServicePipelineDeployment - 10
O CreateComponent 12 13
O CreateEnvironment - 14
O CreateEnvironmentAccountConnection 15 16
O CreateEnvironmentTemplate - 17
O CreateEnvironmentTemplateVersion 19 20
O CreateRepository - -
O CreateService - 22
O CreateServiceInstance 24 25
O CreateServiceSyncConfig - -
O CreateServiceTemplate - 26
O CreateServiceTemplateVersion 28 29
O CreateTemplateSyncConfig - -
O DeleteComponent - 31
O DeleteDeployment - 32
O DeleteEnvironment - 34
O DeleteEnvironmentAccountConnection - 35
O DeleteEnvironmentTemplate - 36
O DeleteEnvironmentTemplateVersion - 37
O DeleteRepository - -
O DeleteService - 38
O DeleteServiceSyncConfig - -
O DeleteServiceTemplate - 39
O DeleteServiceTemplateVersion - 40
O DeleteTemplateSyncConfig - -
O GetAccountSettings - -
O GetComponent - 41
O GetDeployment - 42
O GetEnvironment - 43
O GetEnvironmentAccountConnection - 44
O GetEnvironmentTemplate - 45
O GetEnvironmentTemplateVersion - 46
O GetRepository - -
O GetRepositorySyncStatus - 47
O GetResourcesSummary - -
O GetService - 51
O GetServiceInstance - 52
O GetServiceInstanceSyncStatus - 53
O GetServiceSyncBlockerSummary - 57
O GetServiceSyncConfig - -
O GetServiceTemplate - 61
O GetServiceTemplateVersion - 62
O GetTemplateSyncConfig - -
O GetTemplateSyncStatus - 63
O ListComponentOutputs - -
O ListComponentProvisionedResources - -
O ListComponents - 64
O ListDeployments - 67
O ListEnvironmentAccountConnections - 70
O ListEnvironmentOutputs - -
O ListEnvironmentProvisionedResources - -
O ListEnvironmentTemplateVersions - 73
O ListEnvironmentTemplates - 76
O ListEnvironments - 79
O ListRepositories - -
O ListRepositorySyncDefinitions - -
O ListServiceInstanceOutputs - -
O ListServiceInstanceProvisionedResources - -
O ListServiceInstances - 82
O ListServicePipelineOutputs - -
O ListServicePipelineProvisionedResources - -
O ListServiceTemplateVersions - 85
O ListServiceTemplates - 88
O ListServices - 91
O ListTagsForResource - -
O NotifyResourceDeploymentStatusChange - -
O RejectEnvironmentAccountConnection - 94
O TagResource - -
O UntagResource - -
O UpdateAccountSettings - -
O UpdateComponent 95 96
O UpdateEnvironment - 97
O UpdateEnvironmentAccountConnection - 98
O UpdateEnvironmentTemplate - 99
O UpdateEnvironmentTemplateVersion - 100
O UpdateService - 101
O UpdateServiceInstance 102 103
O UpdateServicePipeline - 104
O UpdateServiceSyncBlocker - 105
O UpdateServiceSyncConfig - -
O UpdateServiceTemplate - 106
O UpdateServiceTemplateVersion - 107
O UpdateTemplateSyncConfig - -
T 1 s EnvironmentAccountConnection~environmentAccountConnection=2
T 2 s LastModifiedAt~lastModifiedAt=3 RequestedAt~requestedAt=3
T 3 t -
T 4 s Component~component=5
T 5 s CreatedAt~createdAt=3 LastDeploymentAttemptedAt~lastDeploymentAttemptedAt=3 LastDeploymentSucceededAt~lastDeploymentSucceededAt=3 LastModifiedAt~lastModifiedAt=3
T 6 s Environment~environment=7
T 7 s CreatedAt~createdAt=3 LastDeploymentAttemptedAt~lastDeploymentAttemptedAt=3 LastDeploymentSucceededAt~lastDeploymentSucceededAt=3
T 8 s ServiceInstance~serviceInstance=9
T 9 s CreatedAt~createdAt=3 LastDeploymentAttemptedAt~lastDeploymentAttemptedAt=3 LastDeploymentSucceededAt~lastDeploymentSucceededAt=3
T 10 s Pipeline~pipeline=11
T 11 s CreatedAt~createdAt=3 LastDeploymentAttemptedAt~lastDeploymentAttemptedAt=3 LastDeploymentSucceededAt~lastDeploymentSucceededAt=3
T 12 s ClientToken~clientToken/i=-
T 13 s Component~component=5
T 14 s Environment~environment=7
T 15 s ClientToken~clientToken/i=-
T 16 s EnvironmentAccountConnection~environmentAccountConnection=2
T 17 s EnvironmentTemplate~environmentTemplate=18
T 18 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 19 s ClientToken~clientToken/i=-
T 20 s EnvironmentTemplateVersion~environmentTemplateVersion=21
T 21 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 22 s Service~service=23
T 23 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3 Pipeline~pipeline=11
T 24 s ClientToken~clientToken/i=-
T 25 s ServiceInstance~serviceInstance=9
T 26 s ServiceTemplate~serviceTemplate=27
T 27 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 28 s ClientToken~clientToken/i=-
T 29 s ServiceTemplateVersion~serviceTemplateVersion=30
T 30 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 31 s Component~component=5
T 32 s Deployment~deployment=33
T 33 s CompletedAt~completedAt=3 CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3 TargetResourceCreatedAt~targetResourceCreatedAt=3
T 34 s Environment~environment=7
T 35 s EnvironmentAccountConnection~environmentAccountConnection=2
T 36 s EnvironmentTemplate~environmentTemplate=18
T 37 s EnvironmentTemplateVersion~environmentTemplateVersion=21
T 38 s Service~service=23
T 39 s ServiceTemplate~serviceTemplate=27
T 40 s ServiceTemplateVersion~serviceTemplateVersion=30
T 41 s Component~component=5
T 42 s Deployment~deployment=33
T 43 s Environment~environment=7
T 44 s EnvironmentAccountConnection~environmentAccountConnection=2
T 45 s EnvironmentTemplate~environmentTemplate=18
T 46 s EnvironmentTemplateVersion~environmentTemplateVersion=21
T 47 s LatestSync~latestSync=48
T 48 s Events~events=49 StartedAt~startedAt=3
T 49 l 50
T 50 s Time~time=3
T 51 s Service~service=23
T 52 s ServiceInstance~serviceInstance=9
T 53 s LatestSuccessfulSync~latestSuccessfulSync=54 LatestSync~latestSync=54
T 54 s Events~events=55 StartedAt~startedAt=3
T 55 l 56
T 56 s Time~time=3
T 57 s ServiceSyncBlockerSummary~serviceSyncBlockerSummary=58
T 58 s LatestBlockers~latestBlockers=59
T 59 l 60
T 60 s CreatedAt~createdAt=3 ResolvedAt~resolvedAt=3
T 61 s ServiceTemplate~serviceTemplate=27
T 62 s ServiceTemplateVersion~serviceTemplateVersion=30
T 63 s LatestSuccessfulSync~latestSuccessfulSync=54 LatestSync~latestSync=54
T 64 s Components~components=65
T 65 l 66
T 66 s CreatedAt~createdAt=3 LastDeploymentAttemptedAt~lastDeploymentAttemptedAt=3 LastDeploymentSucceededAt~lastDeploymentSucceededAt=3 LastModifiedAt~lastModifiedAt=3
T 67 s Deployments~deployments=68
T 68 l 69
T 69 s CompletedAt~completedAt=3 CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3 TargetResourceCreatedAt~targetResourceCreatedAt=3
T 70 s EnvironmentAccountConnections~environmentAccountConnections=71
T 71 l 72
T 72 s LastModifiedAt~lastModifiedAt=3 RequestedAt~requestedAt=3
T 73 s TemplateVersions~templateVersions=74
T 74 l 75
T 75 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 76 s Templates~templates=77
T 77 l 78
T 78 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 79 s Environments~environments=80
T 80 l 81
T 81 s CreatedAt~createdAt=3 LastDeploymentAttemptedAt~lastDeploymentAttemptedAt=3 LastDeploymentSucceededAt~lastDeploymentSucceededAt=3
T 82 s ServiceInstances~serviceInstances=83
T 83 l 84
T 84 s CreatedAt~createdAt=3 LastDeploymentAttemptedAt~lastDeploymentAttemptedAt=3 LastDeploymentSucceededAt~lastDeploymentSucceededAt=3
T 85 s TemplateVersions~templateVersions=86
T 86 l 87
T 87 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 88 s Templates~templates=89
T 89 l 90
T 90 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 91 s Services~services=92
T 92 l 93
T 93 s CreatedAt~createdAt=3 LastModifiedAt~lastModifiedAt=3
T 94 s EnvironmentAccountConnection~environmentAccountConnection=2
T 95 s ClientToken~clientToken/i=-
T 96 s Component~component=5
T 97 s Environment~environment=7
T 98 s EnvironmentAccountConnection~environmentAccountConnection=2
T 99 s EnvironmentTemplate~environmentTemplate=18
T 100 s EnvironmentTemplateVersion~environmentTemplateVersion=21
T 101 s Service~service=23
T 102 s ClientToken~clientToken/i=-
T 103 s ServiceInstance~serviceInstance=9
T 104 s Pipeline~pipeline=11
T 105 s ServiceSyncBlocker~serviceSyncBlocker=60
T 106 s ServiceTemplate~serviceTemplate=27
T 107 s ServiceTemplateVersion~serviceTemplateVersion=30
S redshiftdata RedshiftData REDSHIFT_DATA redshift-data redshift-data json1.1 RedshiftData 2019-12-20 upper -
E ActiveSessionsExceededException ActiveStatementsExceededException ActiveWaitingRequestsExceededException BatchExecuteStatementException DatabaseConnectionException ExecuteStatementException InternalServerException QueryTimeoutException ResourceNotFoundException ValidationException
O BatchExecuteStatement 1 4
O CancelStatement - -
O DescribeStatement - 6
O DescribeTable - 9
O ExecuteStatement 12 13
O GetStatementResult - 14
O GetStatementResultV2 - 20
O ListDatabases - -
O ListSchemas - -
O ListSessions - 21
O ListStatements - 24
O ListTables - 27
T 1 s Parameters=2 ClientToken/i=-
T 2 l 3
T 3 s Name~name=- Value~value=-
T 4 s CreatedAt=5
T 5 t -
T 6 s CreatedAt=5 UpdatedAt=5 QueryParameters=2 SubStatements=7
T 7 l 8
T 8 s CreatedAt=5 UpdatedAt=5
T 9 s ColumnList=10
T 10 l 11
T 11 s IsCaseSensitive~isCaseSensitive=- IsCurrency~isCurrency=- IsSigned~isSigned=- Label~label=- Name~name=- Nullable~nullable=- Precision~precision=- Scale~scale=- SchemaName~schemaName=- TableName~tableName=- TypeName~typeName=- Length~length=- ColumnDefault~columnDefault=-
T 12 s Parameters=2 ClientToken/i=-
T 13 s CreatedAt=5
T 14 s Records=15 ColumnMetadata=19
T 15 l 16
T 16 l 17
T 17 s IsNull~isNull=- BooleanValue~booleanValue=- LongValue~longValue=- DoubleValue~doubleValue=- StringValue~stringValue=- BlobValue~blobValue=18
T 18 b
T 19 l 11
T 20 s ColumnMetadata=19
T 21 s Sessions=22
T 22 l 23
T 23 s CreatedAt=5 UpdatedAt=5 SessionTtl=5
T 24 s Statements=25
T 25 l 26
T 26 s CreatedAt=5 UpdatedAt=5 QueryParameters=2
T 27 s Tables=28
T 28 l 29
T 29 s Name~name=- Type~type=- Schema~schema=-
S redshiftserverless RedshiftServerless REDSHIFT_SERVERLESS redshift-serverless redshift-serverless json1.1 RedshiftServerless 2021-04-21 lower -
E AccessDeniedException ConflictException DryRunException InsufficientCapacityException InternalServerException InvalidPaginationException Ipv6CidrBlockNotFoundException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException TooManyTagsException ValidationException
O ConvertRecoveryPointToSnapshot - 1
O CreateCustomDomainAssociation - 4
O CreateEndpointAccess - 5
O CreateNamespace - 7
O CreateReservation 11 12
O CreateScheduledAction 14 17
O CreateSnapshot - 20
O CreateSnapshotCopyConfiguration - -
O CreateUsageLimit - -
O CreateWorkgroup - 21
O DeleteCustomDomainAssociation - -
O DeleteEndpointAccess - 23
O DeleteNamespace - 24
O DeleteResourcePolicy - -
O DeleteScheduledAction - 25
O DeleteSnapshot - 26
O DeleteSnapshotCopyConfiguration - -
O DeleteUsageLimit - -
O DeleteWorkgroup - 27
O GetCredentials - 28
O GetCustomDomainAssociation - 29
O GetEndpointAccess - 30
O GetIdentityCenterAuthToken - 31
O GetNamespace - 32
O GetRecoveryPoint - 33
O GetReservation - 35
O GetReservationOffering - -
O GetResourcePolicy - -
O GetScheduledAction - 36
O GetSnapshot - 37
O GetTableRestoreStatus - 38
O GetTrack - -
O GetUsageLimit - -
O GetWorkgroup - 40
O ListCustomDomainAssociations - 41
O ListEndpointAccess - 44
O ListManagedWorkgroups - 46
O ListNamespaces - 49
O ListRecoveryPoints 51 52
O ListReservationOfferings - -
O ListReservations - 54
O ListScheduledActions - -
O ListSnapshotCopyConfigurations - -
O ListSnapshots 56 57
O ListTableRestoreStatus - 59
O ListTagsForResource - -
O ListTracks - -
O ListUsageLimits - -
O ListWorkgroups - 61
O PutResourcePolicy - -
O RestoreFromRecoveryPoint - 63
O RestoreFromSnapshot - 64
O RestoreTableFromRecoveryPoint - 65
O RestoreTableFromSnapshot - 66
O TagResource - -
O UntagResource - -
O UpdateCustomDomainAssociation - 67
O UpdateEndpointAccess - 68
O UpdateLakehouseConfiguration - -
O UpdateNamespace - 69
O UpdateScheduledAction 70 71
O UpdateSnapshot - 72
O UpdateSnapshotCopyConfiguration - -
O UpdateUsageLimit - -
O UpdateWorkgroup - 73
T 1 s Snapshot~snapshot=2
T 2 s SnapshotCreateTime~snapshotCreateTime=3 SnapshotRetentionStartTime~snapshotRetentionStartTime=3
T 3 t iso8601
T 4 s CustomDomainCertificateExpiryTime~customDomainCertificateExpiryTime=3
T 5 s Endpoint~endpoint=6
T 6 s EndpointCreateTime~endpointCreateTime=3
T 7 s Namespace~namespace=8
T 8 s CreationDate~creationDate=3 S3TablePublishStatus~s3TablePublishStatus=9
T 9 s LastIngestionTimes~lastIngestionTimes=10
T 10 m -
T 11 s ClientToken~clientToken/i=-
T 12 s Reservation~reservation=13
T 13 s EndDate~endDate=3 StartDate~startDate=3
T 14 s EndTime~endTime=15 Schedule~schedule=16 StartTime~startTime=15
T 15 t -
T 16 s At~at=15
T 17 s ScheduledAction~scheduledAction=18
T 18 s EndTime~endTime=15 NextInvocations~nextInvocations=19 Schedule~schedule=16 StartTime~startTime=15
T 19 l 15
T 20 s Snapshot~snapshot=2
T 21 s Workgroup~workgroup=22
T 22 s CreationDate~creationDate=3 CustomDomainCertificateExpiryTime~customDomainCertificateExpiryTime=3
T 23 s Endpoint~endpoint=6
T 24 s Namespace~namespace=8
T 25 s ScheduledAction~scheduledAction=18
T 26 s Snapshot~snapshot=2
T 27 s Workgroup~workgroup=22
T 28 s Expiration~expiration=15 NextRefreshTime~nextRefreshTime=15
T 29 s CustomDomainCertificateExpiryTime~customDomainCertificateExpiryTime=3
T 30 s Endpoint~endpoint=6
T 31 s ExpirationTime~expirationTime=3
T 32 s Namespace~namespace=8
T 33 s RecoveryPoint~recoveryPoint=34
T 34 s RecoveryPointCreateTime~recoveryPointCreateTime=3
T 35 s Reservation~reservation=13
T 36 s ScheduledAction~scheduledAction=18
T 37 s Snapshot~snapshot=2
T 38 s TableRestoreStatus~tableRestoreStatus=39
T 39 s RequestTime~requestTime=15
T 40 s Workgroup~workgroup=22
T 41 s Associations~associations=42
T 42 l 43
T 43 s CustomDomainCertificateExpiryTime~customDomainCertificateExpiryTime=3
T 44 s Endpoints~endpoints=45
T 45 l 6
T 46 s ManagedWorkgroups~managedWorkgroups=47
T 47 l 48
T 48 s CreationDate~creationDate=3
T 49 s Namespaces~namespaces=50
T 50 l 8
T 51 s EndTime~endTime=15 StartTime~startTime=15
T 52 s RecoveryPoints~recoveryPoints=53
T 53 l 34
T 54 s ReservationsList~reservationsList=55
T 55 l 13
T 56 s EndTime~endTime=15 StartTime~startTime=15
T 57 s Snapshots~snapshots=58
T 58 l 2
T 59 s TableRestoreStatuses~tableRestoreStatuses=60
T 60 l 39
T 61 s Workgroups~workgroups=62
T 62 l 22
T 63 s Namespace~namespace=8
T 64 s Namespace~namespace=8
T 65 s TableRestoreStatus~tableRestoreStatus=39
T 66 s TableRestoreStatus~tableRestoreStatus=39
T 67 s CustomDomainCertificateExpiryTime~customDomainCertificateExpiryTime=3
T 68 s Endpoint~endpoint=6
T 69 s Namespace~namespace=8
T 70 s EndTime~endTime=15 Schedule~schedule=16 StartTime~startTime=15
T 71 s ScheduledAction~scheduledAction=18
T 72 s Snapshot~snapshot=2
T 73 s Workgroup~workgroup=22
S rekognition Rekognition REKOGNITION rekognition rekognition json1.1 RekognitionService 2016-06-27 upper -
E AccessDeniedException ConflictException HumanLoopQuotaExceededException IdempotentParameterMismatchException ImageTooLargeException InternalServerError=InternalServerErrorException InvalidImageFormatException InvalidManifestException InvalidPaginationTokenException InvalidParameterException InvalidPolicyRevisionIdException InvalidS3ObjectException LimitExceededException MalformedPolicyDocumentException ProvisionedThroughputExceededException ResourceAlreadyExistsException ResourceInUseException ResourceNotFoundException ResourceNotReadyException ServiceQuotaExceededException SessionNotFoundException ThrottlingException VideoTooLargeException
O AssociateFaces 1 -
O CompareFaces 2 -
O CopyProjectVersion - -
O CreateCollection - -
O CreateDataset - -
O CreateFaceLivenessSession - -
O CreateProject - -
O CreateProjectVersion - -
O CreateStreamProcessor - -
O CreateUser 5 -
O DeleteCollection - -
O DeleteDataset - -
O DeleteFaces - -
O DeleteProject - -
O DeleteProjectPolicy - -
O DeleteProjectVersion - -
O DeleteStreamProcessor - -
O DeleteUser 6 -
O DescribeCollection - 7
O DescribeDataset - 9
O DescribeProjectVersions - 11
O DescribeProjects - 14
O DescribeStreamProcessor - 19
O DetectCustomLabels 20 -
O DetectFaces 21 -
O DetectLabels 22 -
O DetectModerationLabels 23 24
O DetectProtectiveEquipment 26 -
O DetectText 27 -
O DisassociateFaces 28 -
O DistributeDatasetEntries - -
O GetCelebrityInfo - -
O GetCelebrityRecognition - -
O GetContentModeration - -
O GetFaceDetection - -
O GetFaceLivenessSessionResults - 29
O GetFaceSearch - -
O GetLabelDetection - -
O GetMediaAnalysisJob - 33
O GetPersonTracking - -
O GetSegmentDetection - -
O GetTextDetection - -
O IndexFaces 34 -
O ListCollections - -
O ListDatasetEntries - -
O ListDatasetLabels - -
O ListFaces - -
O ListMediaAnalysisJobs - 35
O ListProjectPolicies - 38
O ListStreamProcessors - -
O ListTagsForResource - -
O ListUsers - -
O PutProjectPolicy - -
O RecognizeCelebrities 41 -
O SearchFaces - -
O SearchFacesByImage 42 -
O SearchUsers - -
O SearchUsersByImage 43 -
O StartCelebrityRecognition - -
O StartContentModeration - -
O StartFaceDetection - -
O StartFaceSearch - -
O StartLabelDetection - -
O StartMediaAnalysisJob 44 -
O StartPersonTracking - -
O StartProjectVersion - -
O StartSegmentDetection - -
O StartStreamProcessor - -
O StartTextDetection - -
O StopProjectVersion - -
O StopStreamProcessor - -
O TagResource - -
O UntagResource - -
O UpdateDatasetEntries 45 -
O UpdateStreamProcessor - -
T 1 s ClientRequestToken/i=-
T 2 s SourceImage=3 TargetImage=3
T 3 s Bytes=4
T 4 b
T 5 s ClientRequestToken/i=-
T 6 s ClientRequestToken/i=-
T 7 s CreationTimestamp=8
T 8 t -
T 9 s DatasetDescription=10
T 10 s CreationTimestamp=8 LastUpdatedTimestamp=8
T 11 s ProjectVersionDescriptions=12
T 12 l 13
T 13 s CreationTimestamp=8 TrainingEndTimestamp=8
T 14 s ProjectDescriptions=15
T 15 l 16
T 16 s CreationTimestamp=8 Datasets=17
T 17 l 18
T 18 s CreationTimestamp=8
T 19 s CreationTimestamp=8 LastUpdateTimestamp=8
T 20 s Image=3
T 21 s Image=3
T 22 s Image=3
T 23 s Image=3
T 24 s HumanLoopActivationOutput=25
T 25 s HumanLoopActivationConditionsEvaluationResults/j=-
T 26 s Image=3
T 27 s Image=3
T 28 s ClientRequestToken/i=-
T 29 s ReferenceImage=30 AuditImages=32
T 30 s Bytes=31
T 31 b
T 32 l 30
T 33 s CreationTimestamp=8 CompletionTimestamp=8
T 34 s Image=3
T 35 s MediaAnalysisJobs=36
T 36 l 37
T 37 s CreationTimestamp=8 CompletionTimestamp=8
T 38 s ProjectPolicies=39
T 39 l 40
T 40 s CreationTimestamp=8 LastUpdatedTimestamp=8
T 41 s Image=3
T 42 s Image=3
T 43 s Image=3
T 44 s ClientRequestToken/i=-
T 45 s Changes=46
T 46 s GroundTruth=47
T 47 b
S resourcegroupstaggingapi ResourceGroupsTaggingApi RESOURCE_GROUPS_TAGGING_API tagging tagging json1.1 ResourceGroupsTaggingAPI_20170126 2017-01-26 upper -
E ConcurrentModificationException ConstraintViolationException InternalServiceException InvalidParameterException PaginationTokenExpiredException ThrottledException
O DescribeReportCreation - -
O GetComplianceSummary - -
O GetResources - -
O GetTagKeys - -
O GetTagValues - -
O ListRequiredTags - -
O StartReportCreation - -
O TagResources - -
O UntagResources - -
S route53recoverycluster Route53RecoveryCluster ROUTE53_RECOVERY_CLUSTER route53-recovery-cluster route53-recovery-cluster json1.0 ToggleCustomerAPI 2019-12-02 upper -
E AccessDeniedException ConflictException EndpointTemporarilyUnavailableException InternalServerException ResourceNotFoundException ServiceLimitExceededException ThrottlingException ValidationException
O GetRoutingControlState - -
O ListRoutingControls - -
O UpdateRoutingControlState - -
O UpdateRoutingControlStates - -
S route53domains Route53Domains ROUTE_53_DOMAINS route53domains route53domains json1.1 Route53Domains_v20140515 2014-05-15 upper -
E DnssecLimitExceeded=DnssecLimitExceededException DomainLimitExceeded=DomainLimitExceededException DuplicateRequest=DuplicateRequestException InvalidInput=InvalidInputException OperationLimitExceeded=OperationLimitExceededException TLDInMaintenance=TldInMaintenanceException TLDRulesViolation=TldRulesViolationException UnsupportedTLD=UnsupportedTldException
O AcceptDomainTransferFromAnotherAwsAccount - -
O AssociateDelegationSignerToDomain - -
O CancelDomainTransferToAnotherAwsAccount - -
O CheckDomainAvailability - -
O CheckDomainTransferability - -
O DeleteDomain - -
O DeleteTagsForDomain - -
O DisableDomainAutoRenew - -
O DisableDomainTransferLock - -
O DisassociateDelegationSignerFromDomain - -
O EnableDomainAutoRenew - -
O EnableDomainTransferLock - -
O GetContactReachabilityStatus 1 2
O GetDomainDetail - 3
O GetDomainPrices - -
O GetDomainSuggestions - -
O GetOperationDetail - 5
O ListDomains - 6
O ListOperations 9 10
O ListPrices - -
O ListTagsForDomain - -
O PushDomain - -
O RegisterDomain - -
O RejectDomainTransferFromAnotherAwsAccount - -
O RenewDomain - -
O ResendContactReachabilityEmail 13 14
O ResendOperationAuthorization - -
O RestoreDomain - -
O RetrieveDomainAuthCode - -
O TransferDomain - -
O TransferDomainToAnotherAwsAccount - -
O UpdateDomainContact - -
O UpdateDomainContactPrivacy - -
O UpdateDomainNameservers - -
O UpdateTagsForDomain - -
O ViewBilling 15 16
T 1 s DomainName~domainName=-
T 2 s DomainName~domainName=- Status~status=-
T 3 s CreationDate=4 UpdatedDate=4 ExpirationDate=4
T 4 t -
T 5 s SubmittedDate=4 LastUpdatedDate=4
T 6 s Domains=7
T 7 l 8
T 8 s Expiry=4
T 9 s SubmittedSince=4
T 10 s Operations=11
T 11 l 12
T 12 s SubmittedDate=4 LastUpdatedDate=4
T 13 s DomainName~domainName=-
T 14 s DomainName~domainName=- EmailAddress~emailAddress=- IsAlreadyVerified~isAlreadyVerified=-
T 15 s Start=4 End=4
T 16 s BillingRecords=17
T 17 l 18
T 18 s BillDate=4
S route53resolver Route53Resolver ROUTE53RESOLVER route53resolver route53resolver json1.1 Route53Resolver 2018-04-01 upper -
E AccessDeniedException ConflictException InternalServiceErrorException InvalidNextTokenException InvalidParameterException InvalidPolicyDocument=InvalidPolicyDocumentException InvalidRequestException InvalidTagException LimitExceededException ResourceExistsException ResourceInUseException ResourceNotFoundException ResourceUnavailableException ServiceQuotaExceededException ThrottlingException UnknownResourceException ValidationException
O AssociateFirewallRuleGroup 1 -
O AssociateResolverEndpointIpAddress - -
O AssociateResolverQueryLogConfig - -
O AssociateResolverRule - -
O BatchCreateFirewallRule - -
O BatchDeleteFirewallRule - -
O BatchUpdateFirewallRule - -
O CreateFirewallDomainList 2 -
O CreateFirewallRule 3 -
O CreateFirewallRuleGroup 4 -
O CreateOutpostResolver - -
O CreateResolverEndpoint - -
O CreateResolverQueryLogConfig 5 -
O CreateResolverRule - -
O DeleteFirewallDomainList - -
O DeleteFirewallRule - -
O DeleteFirewallRuleGroup - -
O DeleteOutpostResolver - -
O DeleteResolverEndpoint - -
O DeleteResolverQueryLogConfig - -
O DeleteResolverRule - -
O DisassociateFirewallRuleGroup - -
O DisassociateResolverEndpointIpAddress - -
O DisassociateResolverQueryLogConfig - -
O DisassociateResolverRule - -
O GetFirewallConfig - -
O GetFirewallDomainList - -
O GetFirewallRuleGroup - -
O GetFirewallRuleGroupAssociation - -
O GetFirewallRuleGroupPolicy - -
O GetOutpostResolver - -
O GetResolverConfig - -
O GetResolverDnssecConfig - -
O GetResolverEndpoint - -
O GetResolverQueryLogConfig - -
O GetResolverQueryLogConfigAssociation - -
O GetResolverQueryLogConfigPolicy - -
O GetResolverRule - -
O GetResolverRuleAssociation - -
O GetResolverRulePolicy - -
O ImportFirewallDomains - -
O ListFirewallConfigs - -
O ListFirewallDomainLists - -
O ListFirewallDomains - -
O ListFirewallRuleDomains - -
O ListFirewallRuleGroupAssociations - -
O ListFirewallRuleGroups - -
O ListFirewallRuleTypes - -
O ListFirewallRules - -
O ListOutpostResolvers - -
O ListResolverConfigs - -
O ListResolverDnssecConfigs - -
O ListResolverEndpointIpAddresses - -
O ListResolverEndpoints - -
O ListResolverQueryLogConfigAssociations - -
O ListResolverQueryLogConfigs - -
O ListResolverRuleAssociations - -
O ListResolverRules - -
O ListTagsForResource - -
O PutFirewallRuleGroupPolicy - -
O PutResolverQueryLogConfigPolicy - -
O PutResolverRulePolicy - -
O TagResource - -
O UntagResource - -
O UpdateFirewallConfig - -
O UpdateFirewallDomains - -
O UpdateFirewallRule - -
O UpdateFirewallRuleGroupAssociation - -
O UpdateOutpostResolver - -
O UpdateResolverConfig - -
O UpdateResolverDnssecConfig - -
O UpdateResolverEndpoint - -
O UpdateResolverRule - -
T 1 s CreatorRequestId/i=-
T 2 s CreatorRequestId/i=-
T 3 s CreatorRequestId/i=-
T 4 s CreatorRequestId/i=-
T 5 s CreatorRequestId/i=-
S sagemaker SageMaker SAGEMAKER api.sagemaker sagemaker json1.1 SageMaker 2017-07-24 upper -
E ConflictException ResourceAlreadyExists=ResourceAlreadyExistsException ResourceInUse=ResourceInUseException ResourceLimitExceeded=ResourceLimitExceededException ResourceNotFound=ResourceNotFoundException
O AddAssociation - -
O AddInferenceGateway - -
O AddTags - -
O AssociateTrialComponent - -
O AttachClusterNodeNetworkInterface - -
O AttachClusterNodeVolume - 1
O BatchAddClusterNodes 3 -
O BatchDeleteClusterNodes - -
O BatchDescribeModelPackage - 4
O BatchRebootClusterNodes - -
O BatchReplaceClusterNodes - -
O CreateAIBenchmarkJob - -
O CreateAIRecommendationJob - -
O CreateAIWorkloadConfig - -
O CreateAction - -
O CreateAlgorithm - -
O CreateApp - -
O CreateAppImageConfig - -
O CreateArtifact - -
O CreateAutoMLJob - -
O CreateAutoMLJobV2 - -
O CreateCluster 8 -
O CreateClusterExtension 13 -
O CreateClusterSchedulerConfig - -
O CreateCodeRepository - -
O CreateCompilationJob - -
O CreateComputeQuota - -
O CreateContext - -
O CreateDataQualityJobDefinition - -
O CreateDeviceFleet - -
O CreateDomain - -
O CreateEdgeDeploymentPlan - -
O CreateEdgeDeploymentStage - -
O CreateEdgePackagingJob - -
O CreateEndpoint - -
O CreateEndpointConfig - -
O CreateExperiment - -
O CreateFeatureGroup - -
O CreateFlowDefinition 14 -
O CreateGlobalInferenceGateway 17 -
O CreateHub - -
O CreateHubContentPresignedUrls - -
O CreateHubContentReference - -
O CreateHumanTaskUi - -
O CreateHyperParameterTuningJob - -
O CreateImage - -
O CreateImageVersion 18 -
O CreateInferenceComponent - -
O CreateInferenceExperiment 19 -
O CreateInferenceRecommendationsJob - -
O CreateInferenceRouter 21 -
O CreateJob - -
O CreateLabelingJob - -
O CreateMlflowApp - -
O CreateMlflowTrackingServer - -
O CreateModel - -
O CreateModelBiasJobDefinition - -
O CreateModelCard - -
O CreateModelCardExportJob - -
O CreateModelExplainabilityJobDefinition - -
O CreateModelPackage 22 -
O CreateModelPackageGroup - -
O CreateModelQualityJobDefinition - -
O CreateMonitoringSchedule - -
O CreateNotebookInstance - -
O CreateNotebookInstanceLifecycleConfig - -
O CreateOptimizationJob - -
O CreatePartnerApp 23 -
O CreatePartnerAppPresignedUrl - -
O CreatePipeline 24 -
O CreatePresignedDomainUrl - -
O CreatePresignedMlflowAppUrl - -
O CreatePresignedMlflowTrackingServerUrl - -
O CreatePresignedNotebookInstanceUrl - -
O CreateProcessingJob - -
O CreateProject - -
O CreateSpace - -
O CreateStudioLifecycleConfig - -
O CreateTrainingJob - -
O CreateTrainingPlan - -
O CreateTrainingSession - -
O CreateTransformJob - -
O CreateTrial - -
O CreateTrialComponent 25 -
O CreateUserProfile - -
O CreateWorkforce - -
O CreateWorkteam - -
O DeleteAIBenchmarkJob - -
O DeleteAIRecommendationJob - -
O DeleteAIWorkloadConfig - -
O DeleteAction - -
O DeleteAlgorithm - -
O DeleteApp - -
O DeleteAppImageConfig - -
O DeleteArtifact - -
O DeleteAssociation - -
O DeleteCluster - -
O DeleteClusterExtension - -
O DeleteClusterSchedulerConfig - -
O DeleteCodeRepository - -
O DeleteCompilationJob - -
O DeleteComputeQuota - -
O DeleteContext - -
O DeleteDataQualityJobDefinition - -
O DeleteDeviceFleet - -
O DeleteDomain - -
O DeleteEdgeDeploymentPlan - -
O DeleteEdgeDeploymentStage - -
O DeleteEndpoint - -
O DeleteEndpointConfig - -
O DeleteEndpointPolicy - -
O DeleteExperiment - -
O DeleteFeatureGroup - -
O DeleteFlowDefinition - -
O DeleteGlobalInferenceGateway - -
O DeleteHub - -
O DeleteHubContent - -
O DeleteHubContentReference - -
O DeleteHumanTaskUi - -
O DeleteHyperParameterTuningJob - -
O DeleteImage - -
O DeleteImageVersion - -
O DeleteInferenceComponent - -
O DeleteInferenceExperiment - -
O DeleteInferenceRouter - -
O DeleteJob - -
O DeleteMlflowApp - -
O DeleteMlflowTrackingServer - -
O DeleteModel - -
O DeleteModelBiasJobDefinition - -
O DeleteModelCard - -
O DeleteModelExplainabilityJobDefinition - -
O DeleteModelPackage - -
O DeleteModelPackageGroup - -
O DeleteModelPackageGroupPolicy - -
O DeleteModelQualityJobDefinition - -
O DeleteMonitoringSchedule - -
O DeleteNotebookInstance - -
O DeleteNotebookInstanceLifecycleConfig - -
O DeleteOptimizationJob - -
O DeletePartnerApp 26 -
O DeletePipeline 27 -
O DeleteProcessingJob - -
O DeleteProject - -
O DeleteSpace - -
O DeleteStudioLifecycleConfig - -
O DeleteTags - -
O DeleteTrainingJob - -
O DeleteTrainingSession - -
O DeleteTrial - -
O DeleteTrialComponent - -
O DeleteUserProfile - -
O DeleteWorkforce - -
O DeleteWorkteam - -
O DeregisterDevices - -
O DescribeAIBenchmarkJob - 28
O DescribeAIRecommendationJob - 29
O DescribeAIWorkloadConfig - 30
O DescribeAction - 31
O DescribeAlgorithm - 32
O DescribeApp - 33
O DescribeAppImageConfig - 34
O DescribeArtifact - 35
O DescribeAutoMLJob - 36
O DescribeAutoMLJobV2 - 38
O DescribeCluster - 39
O DescribeClusterEvent - 44
O DescribeClusterExtension - 46
O DescribeClusterNode - 48
O DescribeClusterOperation - 50
O DescribeClusterSchedulerConfig - 51
O DescribeCodeRepository - 52
O DescribeCompilationJob - 54
O DescribeComputeQuota - 55
O DescribeContext - 56
O DescribeDataQualityJobDefinition - 57
O DescribeDevice - 58
O DescribeDeviceFleet - 61
O DescribeDomain - 62
O DescribeEdgeDeploymentPlan - 63
O DescribeEdgePackagingJob - 67
O DescribeEndpoint - 68
O DescribeEndpointConfig - 78
O DescribeExperiment - 79
O DescribeFeatureGroup - 80
O DescribeFeatureMetadata - 81
O DescribeFlowDefinition - 82
O DescribeGlobalInferenceGateway - 83
O DescribeHub - 84
O DescribeHubContent - 85
O DescribeHumanTaskUi - 86
O DescribeHyperParameterTuningJob - 87
O DescribeImage - 90
O DescribeImageVersion - 91
O DescribeInferenceComponent - 92
O DescribeInferenceExperiment - 96
O DescribeInferenceRecommendationsJob - 97
O DescribeInferenceRouter - 102
O DescribeJob - 103
O DescribeJobSchemaVersion - -
O DescribeLabelingJob - 106
O DescribeLineageGroup - 107
O DescribeMlflowApp - 108
O DescribeMlflowTrackingServer - 109
O DescribeModel - 110
O DescribeModelBiasJobDefinition - 111
O DescribeModelCard - 112
O DescribeModelCardExportJob - 113
O DescribeModelExplainabilityJobDefinition - 114
O DescribeModelPackage - 115
O DescribeModelPackageGroup - 116
O DescribeModelQualityJobDefinition - 117
O DescribeMonitoringSchedule - 118
O DescribeNotebookInstance - 120
O DescribeNotebookInstanceLifecycleConfig - 121
O DescribeOptimizationJob - 122
O DescribePartnerApp - 123
O DescribePipeline - 124
O DescribePipelineDefinitionForExecution - 125
O DescribePipelineExecution - 126
O DescribeProcessingJob - 127
O DescribeProject - 128
O DescribeReservedCapacity - 129
O DescribeSpace - 130
O DescribeStudioLifecycleConfig - 131
O DescribeSubscribedWorkteam - -
O DescribeTrainingJob - 132
O DescribeTrainingPlan - 141
O DescribeTrainingPlanExtensionHistory - 144
O DescribeTrainingSession - 147
O DescribeTransformJob - 149
O DescribeTrial - 150
O DescribeTrialComponent - 151
O DescribeUserProfile - 154
O DescribeWorkforce - 155
O DescribeWorkteam - 157
O DetachClusterNodeVolume - 159
O DisableSagemakerServicecatalogPortfolio - -
O DisassociateTrialComponent - -
O EnableSagemakerServicecatalogPortfolio - -
O ExtendTrainingPlan - 160
O GetDeviceFleetReport - 161
O GetEndpointPolicy - -
O GetLineageGroupPolicy - -
O GetModelPackageGroupPolicy - -
O GetSagemakerServicecatalogPortfolioStatus - -
O GetScalingConfigurationRecommendation - -
O GetSearchSuggestions - -
O ImportHubContent - -
O ListAIBenchmarkJobs 162 163
O ListAIRecommendationJobs 166 167
O ListAIWorkloadConfigs 170 171
O ListActions 174 175
O ListAlgorithms 178 179
O ListAliases - -
O ListAppImageConfigs 182 183
O ListApps - 186
O ListArtifacts 189 190
O ListAssociations 193 194
O ListAutoMLJobs 197 198
O ListCandidatesForAutoMLJob - 201
O ListClusterEvents 203 204
O ListClusterExtensionVersions - -
O ListClusterExtensions 207 208
O ListClusterNodes 211 212
O ListClusterOperations 215 216
O ListClusterSchedulerConfigs 219 220
O ListClusters 223 224
O ListCodeRepositories 227 228
O ListCompilationJobs 231 232
O ListComputeQuotas 235 236
O ListContexts 239 240
O ListDataQualityJobDefinitions 243 244
O ListDeviceFleets 247 248
O ListDevices 251 252
O ListDomains - 255
O ListEdgeDeploymentPlans 258 259
O ListEdgePackagingJobs 262 263
O ListEndpointConfigs 266 267
O ListEndpoints 270 271
O ListExperiments 274 275
O ListFeatureGroups 278 279
O ListFlowDefinitions 282 283
O ListGlobalInferenceGateways - 286
O ListHubContentVersions 289 290
O ListHubContents 293 294
O ListHubs 295 296
O ListHumanTaskUis 299 300
O ListHyperParameterTuningJobs 303 304
O ListImageVersions 307 308
O ListImages 311 312
O ListInferenceComponents 315 316
O ListInferenceExperiments 319 320
O ListInferenceGateways - -
O ListInferenceRecommendationsJobSteps - 323
O ListInferenceRecommendationsJobs 327 328
O ListInferenceRouters - 331
O ListJobSchemaVersions - -
O ListJobs 334 335
O ListLabelingJobs 338 339
O ListLabelingJobsForWorkteam 342 343
O ListLineageGroups 346 347
O ListMlflowApps 350 351
O ListMlflowTrackingServers 354 355
O ListModelBiasJobDefinitions 358 359
O ListModelCardExportJobs 360 361
O ListModelCardVersions 364 365
O ListModelCards 368 369
O ListModelExplainabilityJobDefinitions 372 373
O ListModelMetadata - -
O ListModelPackageGroups 374 375
O ListModelPackages 378 379
O ListModelQualityJobDefinitions 382 383
O ListModels 384 385
O ListMonitoringAlertHistory 388 389
O ListMonitoringAlerts - 392
O ListMonitoringExecutions 395 396
O ListMonitoringSchedules 398 399
O ListNotebookInstanceLifecycleConfigs 402 403
O ListNotebookInstances 406 407
O ListOptimizationJobs 410 411
O ListPartnerApps - 414
O ListPipelineExecutionSteps - 417
O ListPipelineExecutions 420 421
O ListPipelineParametersForExecution - -
O ListPipelineVersions 424 425
O ListPipelines 428 429
O ListProcessingJobs 432 433
O ListProjects 436 437
O ListResourceCatalogs 440 441
O ListSpaces - 444
O ListStageDevices - 447
O ListStudioLifecycleConfigs 450 451
O ListSubscribedWorkteams - -
O ListTags - -
O ListTrainingJobs 454 455
O ListTrainingJobsForHyperParameterTuningJob - 458
O ListTrainingPlans 460 461
O ListTrainingSessions 464 465
O ListTransformJobs 468 469
O ListTrialComponents 472 473
O ListTrials 476 477
O ListUltraServersByReservedCapacity - -
O ListUserProfiles - 480
O ListWorkforces - 483
O ListWorkteams - 485
O MoveClusterNodes 487 -
O PutEndpointPolicy - -
O PutModelPackageGroupPolicy - -
O QueryLineage 488 -
O RegisterDevices - -
O RemoveInferenceGateway - -
O RenderUiTemplate - -
O RetryPipelineExecution 490 -
O Search - 491
O SearchTrainingPlanOfferings 525 526
O SendPipelineExecutionStepFailure 533 -
O SendPipelineExecutionStepSuccess 534 -
O StartClusterHealthCheck - -
O StartEdgeDeploymentStage - -
O StartInferenceExperiment - -
O StartMlflowTrackingServer - -
O StartMonitoringSchedule - -
O StartNotebookInstance - -
O StartPipelineExecution 535 -
O StartSession - -
O StopAIBenchmarkJob - -
O StopAIRecommendationJob - -
O StopAutoMLJob - -
O StopCompilationJob - -
O StopEdgeDeploymentStage - -
O StopEdgePackagingJob - -
O StopHyperParameterTuningJob - -
O StopInferenceExperiment - -
O StopInferenceRecommendationsJob - -
O StopJob - -
O StopLabelingJob - -
O StopMlflowTrackingServer - -
O StopMonitoringSchedule - -
O StopNotebookInstance - -
O StopOptimizationJob - -
O StopPipelineExecution 536 -
O StopProcessingJob - -
O StopTrainingJob - -
O StopTrainingSession - -
O StopTransformJob - -
O UpdateAction - -
O UpdateAppImageConfig - -
O UpdateArtifact - -
O UpdateCluster 537 -
O UpdateClusterExtension 538 -
O UpdateClusterSchedulerConfig - -
O UpdateClusterSoftware - -
O UpdateCodeRepository - -
O UpdateComputeQuota - -
O UpdateContext - -
O UpdateDeviceFleet - -
O UpdateDevices - -
O UpdateDomain - -
O UpdateEndpoint - -
O UpdateEndpointWeightsAndCapacities - -
O UpdateExperiment - -
O UpdateFeatureGroup - -
O UpdateFeatureMetadata - -
O UpdateGlobalInferenceGateway - -
O UpdateHub - -
O UpdateHubContent - -
O UpdateHubContentReference - -
O UpdateImage - -
O UpdateImageVersion - -
O UpdateInferenceComponent - -
O UpdateInferenceComponentRuntimeConfig - -
O UpdateInferenceExperiment 539 -
O UpdateInferenceRouter - -
O UpdateMlflowApp - -
O UpdateMlflowTrackingServer - -
O UpdateModelCard - -
O UpdateModelPackage - -
O UpdateMonitoringAlert - -
O UpdateMonitoringSchedule - -
O UpdateNotebookInstance - -
O UpdateNotebookInstanceLifecycleConfig - -
O UpdatePartnerApp 540 -
O UpdatePipeline - -
O UpdatePipelineExecution - -
O UpdatePipelineVersion - -
O UpdateProject - -
O UpdateSpace - -
O UpdateTrainingJob - -
O UpdateTrial - -
O UpdateTrialComponent 541 -
O UpdateUserProfile - -
O UpdateWorkforce - 542
O UpdateWorkteam - 543
T 1 s AttachTime=2
T 2 t -
T 3 s ClientToken/i=-
T 4 s ModelPackageSummaries=5
T 5 m 6
T 6 s CreationTime=7
T 7 t -
T 8 s InstanceGroups=9
T 9 l 10
T 10 s AutoPatchConfig=11
T 11 s PatchSchedule=12
T 12 s NextPatchDate=2
T 13 s ClientToken/i=-
T 14 s HumanLoopActivationConfig=15
T 15 s HumanLoopActivationConditionsConfig=16
T 16 s HumanLoopActivationConditions/j=-
T 17 s ClientToken/i=-
T 18 s ClientToken/i=-
T 19 s Schedule=20
T 20 s StartTime=2 EndTime=2
T 21 s ClientToken/i=-
T 22 s ClientToken/i=-
T 23 s ClientToken/i=-
T 24 s ClientRequestToken/i=-
T 25 s StartTime=2 EndTime=2
T 26 s ClientToken/i=-
T 27 s ClientRequestToken/i=-
T 28 s CreationTime=2 StartTime=2 EndTime=2
T 29 s CreationTime=2 StartTime=2 EndTime=2
T 30 s CreationTime=2
T 31 s CreationTime=2 LastModifiedTime=2
T 32 s CreationTime=7
T 33 s LastHealthCheckTimestamp=2 LastUserActivityTimestamp=2 CreationTime=2
T 34 s CreationTime=2 LastModifiedTime=2
T 35 s CreationTime=2 LastModifiedTime=2
T 36 s CreationTime=2 EndTime=2 LastModifiedTime=2 BestCandidate=37
T 37 s CreationTime=2 EndTime=2 LastModifiedTime=2
T 38 s CreationTime=2 EndTime=2 LastModifiedTime=2 BestCandidate=37
T 39 s CreationTime=2 InstanceGroups=40
T 40 l 41
T 41 s AutoPatchConfig=42
T 42 s CurrentPatchSchedule=43 DesiredPatchSchedule=43
T 43 s NextPatchDate=2
T 44 s EventDetails=45
T 45 s EventTime=2
T 46 s ExtensionDetails=47
T 47 s CreationTime=2 LastModifiedTime=2
T 48 s NodeDetails=49
T 49 s LaunchTime=2 LastSoftwareUpdateTime=2
T 50 s CreationTime=2
T 51 s CreationTime=2 LastModifiedTime=2
T 52 s CreationTime=7 LastModifiedTime=53
T 53 t -
T 54 s CompilationStartTime=2 CompilationEndTime=2 CreationTime=7 LastModifiedTime=53
T 55 s CreationTime=2 LastModifiedTime=2
T 56 s CreationTime=2 LastModifiedTime=2
T 57 s CreationTime=2
T 58 s RegistrationTime=2 LatestHeartbeat=2 Models=59
T 59 l 60
T 60 s LatestSampleTime=2 LatestInference=2
T 61 s CreationTime=2 LastModifiedTime=2
T 62 s CreationTime=7 LastModifiedTime=53
T 63 s Stages=64 CreationTime=2 LastModifiedTime=2
T 64 l 65
T 65 s DeploymentStatus=66
T 66 s EdgeDeploymentStageStartTime=2
T 67 s CreationTime=2 LastModifiedTime=2
T 68 s ProductionVariants=69 CreationTime=2 LastModifiedTime=2 PendingDeploymentSummary=75 ShadowProductionVariants=69
T 69 l 70
T 70 s DeployedImages=71 VariantStatus=73
T 71 l 72
T 72 s ResolutionTime=2
T 73 l 74
T 74 s StartTime=2
T 75 s ProductionVariants=76 StartTime=2 ShadowProductionVariants=76
T 76 l 77
T 77 s DeployedImages=71 VariantStatus=73
T 78 s CreationTime=2
T 79 s CreationTime=2 LastModifiedTime=2
T 80 s CreationTime=7 LastModifiedTime=53
T 81 s CreationTime=7 LastModifiedTime=53
T 82 s CreationTime=2 HumanLoopActivationConfig=15
T 83 s CreationTime=2
T 84 s CreationTime=2 LastModifiedTime=2
T 85 s CreationTime=2 LastModifiedTime=2
T 86 s CreationTime=2
T 87 s CreationTime=2 HyperParameterTuningEndTime=2 LastModifiedTime=2 BestTrainingJob=88 OverallBestTrainingJob=88 TuningJobCompletionDetails=89
T 88 s CreationTime=2 TrainingStartTime=2 TrainingEndTime=2
T 89 s ConvergenceDetectedTime=2
T 90 s CreationTime=2 LastModifiedTime=2
T 91 s CreationTime=2 LastModifiedTime=2
T 92 s Specification=93 Specifications=95 CreationTime=2 LastModifiedTime=2
T 93 s Container=94
T 94 s DeployedImage=72
T 95 l 93
T 96 s Schedule=20 CreationTime=2 CompletionTime=2 LastModifiedTime=2
T 97 s CreationTime=7 CompletionTime=2 LastModifiedTime=53 InferenceRecommendations=98
T 98 l 99
T 99 s InvocationEndTime=100 InvocationStartTime=101
T 100 t -
T 101 t -
T 102 s CreationTime=2 LastModifiedTime=2
T 103 s CreationTime=2 LastModifiedTime=2 EndTime=2 SecondaryStatusTransitions=104
T 104 l 105
T 105 s StartTime=2 EndTime=2
T 106 s CreationTime=2 LastModifiedTime=2
T 107 s CreationTime=2 LastModifiedTime=2
T 108 s CreationTime=2 LastModifiedTime=2
T 109 s CreationTime=2 LastModifiedTime=2
T 110 s CreationTime=2
T 111 s CreationTime=2
T 112 s CreationTime=2 LastModifiedTime=2
T 113 s CreatedAt=2 LastModifiedAt=2
T 114 s CreationTime=2
T 115 s CreationTime=7 LastModifiedTime=2
T 116 s CreationTime=7
T 117 s CreationTime=2
T 118 s CreationTime=2 LastModifiedTime=2 LastMonitoringExecutionSummary=119
T 119 s ScheduledTime=2 CreationTime=2 LastModifiedTime=2
T 120 s LastModifiedTime=53 CreationTime=7
T 121 s LastModifiedTime=53 CreationTime=7
T 122 s OptimizationStartTime=2 OptimizationEndTime=2 CreationTime=7 LastModifiedTime=53
T 123 s CreationTime=2 LastModifiedTime=2 CurrentVersionEolDate=2
T 124 s CreationTime=2 LastModifiedTime=2 LastRunTime=2
T 125 s CreationTime=2
T 126 s CreationTime=2 LastModifiedTime=2
T 127 s ProcessingEndTime=2 ProcessingStartTime=2 LastModifiedTime=2 CreationTime=2
T 128 s CreationTime=2 LastModifiedTime=2
T 129 s StartTime=2 EndTime=2
T 130 s LastModifiedTime=53 CreationTime=7
T 131 s CreationTime=2 LastModifiedTime=2
T 132 s CreationTime=2 TrainingStartTime=2 TrainingEndTime=2 LastModifiedTime=2 SecondaryStatusTransitions=133 FinalMetricDataList=135 DebugRuleEvaluationStatuses=137 ProfilerRuleEvaluationStatuses=139
T 133 l 134
T 134 s StartTime=2 EndTime=2
T 135 l 136
T 136 s Timestamp=2
T 137 l 138
T 138 s LastModifiedTime=2
T 139 l 140
T 140 s LastModifiedTime=2
T 141 s StartTime=2 EndTime=2 ReservedCapacitySummaries=142
T 142 l 143
T 143 s StartTime=2 EndTime=2
T 144 s TrainingPlanExtensions=145
T 145 l 146
T 146 s ExtendedAt=2 StartDate=2 EndDate=2
T 147 s TrainingSessionDetail=148
T 148 s CreationTime=2 LastModifiedTime=2 EndTime=2
T 149 s CreationTime=2 TransformStartTime=2 TransformEndTime=2
T 150 s CreationTime=2 LastModifiedTime=2
T 151 s StartTime=2 EndTime=2 CreationTime=2 LastModifiedTime=2 Metrics=152
T 152 l 153
T 153 s TimeStamp=2
T 154 s LastModifiedTime=53 CreationTime=7
T 155 s Workforce=156
T 156 s LastUpdatedDate=2 CreateDate=2
T 157 s Workteam=158
T 158 s CreateDate=2 LastUpdatedDate=2
T 159 s AttachTime=2
T 160 s TrainingPlanExtensions=145
T 161 s ReportGenerated=2
T 162 s CreationTimeAfter=2 CreationTimeBefore=2
T 163 s AIBenchmarkJobs=164
T 164 l 165
T 165 s CreationTime=2 EndTime=2
T 166 s CreationTimeAfter=2 CreationTimeBefore=2
T 167 s AIRecommendationJobs=168
T 168 l 169
T 169 s CreationTime=2 EndTime=2
T 170 s CreationTimeAfter=2 CreationTimeBefore=2
T 171 s AIWorkloadConfigs=172
T 172 l 173
T 173 s CreationTime=2
T 174 s CreatedAfter=2 CreatedBefore=2
T 175 s ActionSummaries=176
T 176 l 177
T 177 s CreationTime=2 LastModifiedTime=2
T 178 s CreationTimeAfter=7 CreationTimeBefore=7
T 179 s AlgorithmSummaryList=180
T 180 l 181
T 181 s CreationTime=7
T 182 s CreationTimeBefore=2 CreationTimeAfter=2 ModifiedTimeBefore=2 ModifiedTimeAfter=2
T 183 s AppImageConfigs=184
T 184 l 185
T 185 s CreationTime=2 LastModifiedTime=2
T 186 s Apps=187
T 187 l 188
T 188 s CreationTime=7
T 189 s CreatedAfter=2 CreatedBefore=2
T 190 s ArtifactSummaries=191
T 191 l 192
T 192 s CreationTime=2 LastModifiedTime=2
T 193 s CreatedAfter=2 CreatedBefore=2
T 194 s AssociationSummaries=195
T 195 l 196
T 196 s CreationTime=2
T 197 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 198 s AutoMLJobSummaries=199
T 199 l 200
T 200 s CreationTime=2 EndTime=2 LastModifiedTime=2
T 201 s Candidates=202
T 202 l 37
T 203 s EventTimeAfter=2 EventTimeBefore=2
T 204 s Events=205
T 205 l 206
T 206 s EventTime=2
T 207 s CreationTimeAfter=2 CreationTimeBefore=2
T 208 s Extensions=209
T 209 l 210
T 210 s CreationTime=2
T 211 s CreationTimeAfter=2 CreationTimeBefore=2
T 212 s ClusterNodeSummaries=213
T 213 l 214
T 214 s LaunchTime=2 LastSoftwareUpdateTime=2
T 215 s CreationTimeAfter=2 CreationTimeBefore=2
T 216 s ClusterOperationSummaries=217
T 217 l 218
T 218 s CreationTime=2
T 219 s CreatedAfter=2 CreatedBefore=2
T 220 s ClusterSchedulerConfigSummaries=221
T 221 l 222
T 222 s CreationTime=2 LastModifiedTime=2
T 223 s CreationTimeAfter=2 CreationTimeBefore=2
T 224 s ClusterSummaries=225
T 225 l 226
T 226 s CreationTime=2
T 227 s CreationTimeAfter=7 CreationTimeBefore=7 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 228 s CodeRepositorySummaryList=229
T 229 l 230
T 230 s CreationTime=7 LastModifiedTime=53
T 231 s CreationTimeAfter=7 CreationTimeBefore=7 LastModifiedTimeAfter=53 LastModifiedTimeBefore=53
T 232 s CompilationJobSummaries=233
T 233 l 234
T 234 s CreationTime=7 CompilationStartTime=2 CompilationEndTime=2 LastModifiedTime=53
T 235 s CreatedAfter=2 CreatedBefore=2
T 236 s ComputeQuotaSummaries=237
T 237 l 238
T 238 s CreationTime=2 LastModifiedTime=2
T 239 s CreatedAfter=2 CreatedBefore=2
T 240 s ContextSummaries=241
T 241 l 242
T 242 s CreationTime=2 LastModifiedTime=2
T 243 s CreationTimeBefore=2 CreationTimeAfter=2
T 244 s JobDefinitionSummaries=245
T 245 l 246
T 246 s CreationTime=2
T 247 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 248 s DeviceFleetSummaries=249
T 249 l 250
T 250 s CreationTime=2 LastModifiedTime=2
T 251 s LatestHeartbeatAfter=2
T 252 s DeviceSummaries=253
T 253 l 254
T 254 s RegistrationTime=2 LatestHeartbeat=2
T 255 s Domains=256
T 256 l 257
T 257 s CreationTime=7 LastModifiedTime=53
T 258 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 259 s EdgeDeploymentPlanSummaries=260
T 260 l 261
T 261 s CreationTime=2 LastModifiedTime=2
T 262 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 263 s EdgePackagingJobSummaries=264
T 264 l 265
T 265 s CreationTime=2 LastModifiedTime=2
T 266 s CreationTimeBefore=2 CreationTimeAfter=2
T 267 s EndpointConfigs=268
T 268 l 269
T 269 s CreationTime=2
T 270 s CreationTimeBefore=2 CreationTimeAfter=2 LastModifiedTimeBefore=2 LastModifiedTimeAfter=2
T 271 s Endpoints=272
T 272 l 273
T 273 s CreationTime=2 LastModifiedTime=2
T 274 s CreatedAfter=2 CreatedBefore=2
T 275 s ExperimentSummaries=276
T 276 l 277
T 277 s CreationTime=2 LastModifiedTime=2
T 278 s CreationTimeAfter=7 CreationTimeBefore=7
T 279 s FeatureGroupSummaries=280
T 280 l 281
T 281 s CreationTime=2
T 282 s CreationTimeAfter=2 CreationTimeBefore=2
T 283 s FlowDefinitionSummaries=284
T 284 l 285
T 285 s CreationTime=2
T 286 s GlobalInferenceGatewaySummaries=287
T 287 l 288
T 288 s CreationTime=2
T 289 s CreationTimeBefore=2 CreationTimeAfter=2
T 290 s HubContentSummaries=291
T 291 l 292
T 292 s CreationTime=2 OriginalCreationTime=2
T 293 s CreationTimeBefore=2 CreationTimeAfter=2
T 294 s HubContentSummaries=291
T 295 s CreationTimeBefore=2 CreationTimeAfter=2 LastModifiedTimeBefore=2 LastModifiedTimeAfter=2
T 296 s HubSummaries=297
T 297 l 298
T 298 s CreationTime=2 LastModifiedTime=2
T 299 s CreationTimeAfter=2 CreationTimeBefore=2
T 300 s HumanTaskUiSummaries=301
T 301 l 302
T 302 s CreationTime=2
T 303 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 304 s HyperParameterTuningJobSummaries=305
T 305 l 306
T 306 s CreationTime=2 HyperParameterTuningEndTime=2 LastModifiedTime=2
T 307 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 308 s ImageVersions=309
T 309 l 310
T 310 s CreationTime=2 LastModifiedTime=2
T 311 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 312 s Images=313
T 313 l 314
T 314 s CreationTime=2 LastModifiedTime=2
T 315 s CreationTimeBefore=2 CreationTimeAfter=2 LastModifiedTimeBefore=2 LastModifiedTimeAfter=2
T 316 s InferenceComponents=317
T 317 l 318
T 318 s CreationTime=2 LastModifiedTime=2
T 319 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 320 s InferenceExperiments=321
T 321 l 322
T 322 s Schedule=20 CreationTime=2 CompletionTime=2 LastModifiedTime=2
T 323 s Steps=324
T 324 l 325
T 325 s InferenceBenchmark=326
T 326 s InvocationEndTime=100 InvocationStartTime=101
T 327 s CreationTimeAfter=7 CreationTimeBefore=7 LastModifiedTimeAfter=53 LastModifiedTimeBefore=53
T 328 s InferenceRecommendationsJobs=329
T 329 l 330
T 330 s CreationTime=7 CompletionTime=2 LastModifiedTime=53
T 331 s InferenceRouters=332
T 332 l 333
T 333 s CreationTime=2 LastModifiedTime=2
T 334 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 335 s JobSummaries=336
T 336 l 337
T 337 s CreationTime=2 LastModifiedTime=2 EndTime=2
T 338 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 339 s LabelingJobSummaryList=340
T 340 l 341
T 341 s CreationTime=2 LastModifiedTime=2
T 342 s CreationTimeAfter=2 CreationTimeBefore=2
T 343 s LabelingJobSummaryList=344
T 344 l 345
T 345 s CreationTime=2
T 346 s CreatedAfter=2 CreatedBefore=2
T 347 s LineageGroupSummaries=348
T 348 l 349
T 349 s CreationTime=2 LastModifiedTime=2
T 350 s CreatedAfter=2 CreatedBefore=2
T 351 s Summaries=352
T 352 l 353
T 353 s CreationTime=2 LastModifiedTime=2
T 354 s CreatedAfter=2 CreatedBefore=2
T 355 s TrackingServerSummaries=356
T 356 l 357
T 357 s CreationTime=2 LastModifiedTime=2
T 358 s CreationTimeBefore=2 CreationTimeAfter=2
T 359 s JobDefinitionSummaries=245
T 360 s CreationTimeAfter=2 CreationTimeBefore=2
T 361 s ModelCardExportJobSummaries=362
T 362 l 363
T 363 s CreatedAt=2 LastModifiedAt=2
T 364 s CreationTimeAfter=2 CreationTimeBefore=2
T 365 s ModelCardVersionSummaryList=366
T 366 l 367
T 367 s CreationTime=2 LastModifiedTime=2
T 368 s CreationTimeAfter=2 CreationTimeBefore=2
T 369 s ModelCardSummaries=370
T 370 l 371
T 371 s CreationTime=2 LastModifiedTime=2
T 372 s CreationTimeBefore=2 CreationTimeAfter=2
T 373 s JobDefinitionSummaries=245
T 374 s CreationTimeAfter=7 CreationTimeBefore=7
T 375 s ModelPackageGroupSummaryList=376
T 376 l 377
T 377 s CreationTime=7
T 378 s CreationTimeAfter=7 CreationTimeBefore=7
T 379 s ModelPackageSummaryList=380
T 380 l 381
T 381 s CreationTime=7
T 382 s CreationTimeBefore=2 CreationTimeAfter=2
T 383 s JobDefinitionSummaries=245
T 384 s CreationTimeBefore=2 CreationTimeAfter=2
T 385 s Models=386
T 386 l 387
T 387 s CreationTime=2
T 388 s CreationTimeBefore=2 CreationTimeAfter=2
T 389 s MonitoringAlertHistory=390
T 390 l 391
T 391 s CreationTime=2
T 392 s MonitoringAlertSummaries=393
T 393 l 394
T 394 s CreationTime=2 LastModifiedTime=2
T 395 s ScheduledTimeBefore=2 ScheduledTimeAfter=2 CreationTimeBefore=2 CreationTimeAfter=2 LastModifiedTimeBefore=2 LastModifiedTimeAfter=2
T 396 s MonitoringExecutionSummaries=397
T 397 l 119
T 398 s CreationTimeBefore=2 CreationTimeAfter=2 LastModifiedTimeBefore=2 LastModifiedTimeAfter=2
T 399 s MonitoringScheduleSummaries=400
T 400 l 401
T 401 s CreationTime=2 LastModifiedTime=2
T 402 s CreationTimeBefore=7 CreationTimeAfter=7 LastModifiedTimeBefore=53 LastModifiedTimeAfter=53
T 403 s NotebookInstanceLifecycleConfigs=404
T 404 l 405
T 405 s CreationTime=7 LastModifiedTime=53
T 406 s CreationTimeBefore=7 CreationTimeAfter=7 LastModifiedTimeBefore=53 LastModifiedTimeAfter=53
T 407 s NotebookInstances=408
T 408 l 409
T 409 s CreationTime=7 LastModifiedTime=53
T 410 s CreationTimeAfter=7 CreationTimeBefore=7 LastModifiedTimeAfter=53 LastModifiedTimeBefore=53
T 411 s OptimizationJobSummaries=412
T 412 l 413
T 413 s CreationTime=7 OptimizationStartTime=2 OptimizationEndTime=2 LastModifiedTime=53
T 414 s Summaries=415
T 415 l 416
T 416 s CreationTime=2
T 417 s PipelineExecutionSteps=418
T 418 l 419
T 419 s StartTime=2 EndTime=2
T 420 s CreatedAfter=2 CreatedBefore=2
T 421 s PipelineExecutionSummaries=422
T 422 l 423
T 423 s StartTime=2
T 424 s CreatedAfter=2 CreatedBefore=2
T 425 s PipelineVersionSummaries=426
T 426 l 427
T 427 s CreationTime=2
T 428 s CreatedAfter=2 CreatedBefore=2
T 429 s PipelineSummaries=430
T 430 l 431
T 431 s CreationTime=2 LastModifiedTime=2 LastExecutionTime=2
T 432 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 433 s ProcessingJobSummaries=434
T 434 l 435
T 435 s CreationTime=2 ProcessingEndTime=2 LastModifiedTime=2
T 436 s CreationTimeAfter=2 CreationTimeBefore=2
T 437 s ProjectSummaryList=438
T 438 l 439
T 439 s CreationTime=2
T 440 s CreationTimeAfter=2 CreationTimeBefore=2
T 441 s ResourceCatalogs=442
T 442 l 443
T 443 s CreationTime=2
T 444 s Spaces=445
T 445 l 446
T 446 s CreationTime=7 LastModifiedTime=53
T 447 s DeviceDeploymentSummaries=448
T 448 l 449
T 449 s DeploymentStartTime=2
T 450 s CreationTimeBefore=2 CreationTimeAfter=2 ModifiedTimeBefore=2 ModifiedTimeAfter=2
T 451 s StudioLifecycleConfigs=452
T 452 l 453
T 453 s CreationTime=2 LastModifiedTime=2
T 454 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 455 s TrainingJobSummaries=456
T 456 l 457
T 457 s CreationTime=2 TrainingEndTime=2 LastModifiedTime=2
T 458 s TrainingJobSummaries=459
T 459 l 88
T 460 s StartTimeAfter=2 StartTimeBefore=2
T 461 s TrainingPlanSummaries=462
T 462 l 463
T 463 s StartTime=2 EndTime=2 ReservedCapacitySummaries=142
T 464 s CreationTimeAfter=2 CreationTimeBefore=2
T 465 s TrainingSessionSummaries=466
T 466 l 467
T 467 s CreationTime=2 LastModifiedTime=2
T 468 s CreationTimeAfter=2 CreationTimeBefore=2 LastModifiedTimeAfter=2 LastModifiedTimeBefore=2
T 469 s TransformJobSummaries=470
T 470 l 471
T 471 s CreationTime=2 TransformEndTime=2 LastModifiedTime=2
T 472 s CreatedAfter=2 CreatedBefore=2
T 473 s TrialComponentSummaries=474
T 474 l 475
T 475 s StartTime=2 EndTime=2 CreationTime=2 LastModifiedTime=2
T 476 s CreatedAfter=2 CreatedBefore=2
T 477 s TrialSummaries=478
T 478 l 479
T 479 s CreationTime=2 LastModifiedTime=2
T 480 s UserProfiles=481
T 481 l 482
T 482 s CreationTime=7 LastModifiedTime=53
T 483 s Workforces=484
T 484 l 156
T 485 s Workteams=486
T 486 l 158
T 487 s ClientToken/i=-
T 488 s Filters=489
T 489 s CreatedBefore=2 CreatedAfter=2 ModifiedBefore=2 ModifiedAfter=2
T 490 s ClientRequestToken/i=-
T 491 s Results=492
T 492 l 493
T 493 s TrainingJob=494 Experiment=495 Trial=496 TrialComponent=499 Endpoint=503 ModelPackage=506 ModelPackageGroup=507 Pipeline=508 PipelineExecution=509 PipelineVersion=510 FeatureGroup=511 FeatureMetadata=512 Project=513 HyperParameterTuningJob=514 ModelCard=515 Model=516 Job=523 HubContent=524
T 494 s CreationTime=2 TrainingStartTime=2 TrainingEndTime=2 LastModifiedTime=2 SecondaryStatusTransitions=133 FinalMetricDataList=135 DebugRuleEvaluationStatuses=137
T 495 s CreationTime=2 LastModifiedTime=2
T 496 s CreationTime=2 LastModifiedTime=2 TrialComponentSummaries=497
T 497 l 498
T 498 s CreationTime=2
T 499 s StartTime=2 EndTime=2 CreationTime=2 LastModifiedTime=2 Metrics=152 SourceDetail=500
T 500 s TrainingJob=494 ProcessingJob=501 TransformJob=502
T 501 s ProcessingEndTime=2 ProcessingStartTime=2 LastModifiedTime=2 CreationTime=2
T 502 s CreationTime=2 TransformStartTime=2 TransformEndTime=2
T 503 s ProductionVariants=69 CreationTime=2 LastModifiedTime=2 MonitoringSchedules=504 ShadowProductionVariants=69
T 504 l 505
T 505 s CreationTime=2 LastModifiedTime=2 LastMonitoringExecutionSummary=119
T 506 s CreationTime=7 LastModifiedTime=2
T 507 s CreationTime=7
T 508 s CreationTime=2 LastModifiedTime=2 LastRunTime=2
T 509 s CreationTime=2 LastModifiedTime=2
T 510 s CreationTime=2 LastModifiedTime=2
T 511 s CreationTime=7 LastModifiedTime=53
T 512 s CreationTime=7 LastModifiedTime=53
T 513 s CreationTime=2 LastModifiedTime=2
T 514 s CreationTime=2 HyperParameterTuningEndTime=2 LastModifiedTime=2 BestTrainingJob=88 OverallBestTrainingJob=88 TuningJobCompletionDetails=89
T 515 s CreationTime=2 LastModifiedTime=2
T 516 s Model=517 Endpoints=518 LastBatchTransformJob=502 MonitoringSchedules=520 ModelCard=522
T 517 s CreationTime=2
T 518 l 519
T 519 s CreationTime=2 LastModifiedTime=2
T 520 l 521
T 521 s CreationTime=2 LastModifiedTime=2 MonitoringAlertSummaries=393 LastMonitoringExecutionSummary=119
T 522 s CreationTime=2 LastModifiedTime=2
T 523 s CreationTime=2 LastModifiedTime=2 EndTime=2 SecondaryStatusTransitions=104
T 524 s CreationTime=2 LastModifiedTime=2
T 525 s StartTimeAfter=2 EndTimeBefore=2
T 526 s TrainingPlanOfferings=527 TrainingPlanExtensionOfferings=531
T 527 l 528
T 528 s RequestedStartTimeAfter=2 RequestedEndTimeBefore=2 ReservedCapacityOfferings=529
T 529 l 530
T 530 s StartTime=2 EndTime=2 ExtensionStartTime=2 ExtensionEndTime=2
T 531 l 532
T 532 s StartDate=2 EndDate=2
T 533 s ClientRequestToken/i=-
T 534 s ClientRequestToken/i=-
T 535 s ClientRequestToken/i=-
T 536 s ClientRequestToken/i=-
T 537 s InstanceGroups=9
T 538 s ClientToken/i=-
T 539 s Schedule=20
T 540 s ClientToken/i=-
T 541 s StartTime=2 EndTime=2
T 542 s Workforce=156
T 543 s Workteam=158
S scheduler Scheduler SCHEDULER scheduler scheduler rest-json - 2021-06-30 upper -
E ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateSchedule 1 - POST /schedules/{Name}
O CreateScheduleGroup 13 - POST /schedule-groups/{Name}
O DeleteSchedule 14 - DELETE /schedules/{Name}
O DeleteScheduleGroup 15 - DELETE /schedule-groups/{Name}
O GetSchedule 16 17 GET /schedules/{Name}
O GetScheduleGroup 20 21 GET /schedule-groups/{Name}
O ListScheduleGroups 22 23 GET /schedule-groups
O ListSchedules 26 27 GET /schedules
O ListTagsForResource 30 - GET /tags/{ResourceArn}
O TagResource 31 - POST /tags/{ResourceArn}
O UntagResource 32 - DELETE /tags/{ResourceArn}
O UpdateSchedule 33 - PUT /schedules/{Name}
T 1 s Name/u=- StartDate=2 EndDate=3 Target=4 ClientToken/i=-
T 2 t -
T 3 t -
T 4 s EcsParameters=5
T 5 s NetworkConfiguration=6 CapacityProviderStrategy=7 PlacementConstraints=9 PlacementStrategy=11
T 6 s AwsvpcConfiguration~awsvpcConfiguration=-
T 7 l 8
T 8 s CapacityProvider~capacityProvider=- Weight~weight=- Base~base=-
T 9 l 10
T 10 s Type~type=- Expression~expression=-
T 11 l 12
T 12 s Type~type=- Field~field=-
T 13 s Name/u=- ClientToken/i=-
T 14 s Name/u=- GroupName~groupName/q=- ClientToken~clientToken/qi=-
T 15 s Name/u=- ClientToken~clientToken/qi=-
T 16 s Name/u=- GroupName~groupName/q=-
T 17 s StartDate=2 EndDate=3 CreationDate=18 LastModificationDate=19 Target=4
T 18 t -
T 19 t -
T 20 s Name/u=-
T 21 s CreationDate=18 LastModificationDate=19
T 22 s NamePrefix/q=- NextToken/q=- MaxResults/q=-
T 23 s ScheduleGroups=24
T 24 l 25
T 25 s CreationDate=18 LastModificationDate=19
T 26 s GroupName~ScheduleGroup/q=- NamePrefix/q=- State/q=- NextToken/q=- MaxResults/q=-
T 27 s Schedules=28
T 28 l 29
T 29 s CreationDate=18 LastModificationDate=19
T 30 s ResourceArn/u=-
T 31 s ResourceArn/u=-
T 32 s ResourceArn/u=- TagKeys/q=-
T 33 s Name/u=- StartDate=2 EndDate=3 Target=4 ClientToken/i=-
S secretsmanager SecretsManager SECRETS_MANAGER secretsmanager secretsmanager json1.1 secretsmanager 2017-10-17 upper -
E DecryptionFailure=DecryptionFailureException EncryptionFailure=EncryptionFailureException InternalServiceError=InternalServiceErrorException InvalidNextTokenException InvalidParameterException InvalidRequestException LimitExceededException MalformedPolicyDocumentException PreconditionNotMetException PublicPolicyException ResourceExistsException ResourceNotFoundException
O AssociateCrossAccountReplica - -
O BatchGetSecretValue - 1
O CancelRotateSecret - -
O CreateSecret 6 7
O DeleteResourcePolicy - -
O DeleteSecret - 11
O DescribeSecret - 13
O DisassociateCrossAccountReplica - -
O GetRandomPassword - -
O GetResourcePolicy - -
O GetSecretValue - 19
O ListResourcePolicies - -
O ListSecretVersionIds - 20
O ListSecrets - 23
O PutResourcePolicy - -
O PutSecretValue 26 -
O RemoveRegionsFromReplication - 27
O ReplicateSecretToRegions - 28
O RestoreSecret - -
O RotateSecret 29 -
O StopReplicationToReplica - -
O TagResource - -
O UntagResource - -
O UpdateSecret 30 -
O UpdateSecretVersionStage - -
O ValidateResourcePolicy - -
T 1 s SecretValues=2
T 2 l 3
T 3 s SecretBinary=4 CreatedDate=5
T 4 b
T 5 t -
T 6 s ClientRequestToken/i=- SecretBinary=4
T 7 s ReplicationStatus=8
T 8 l 9
T 9 s LastAccessedDate=10
T 10 t -
T 11 s DeletionDate=12
T 12 t -
T 13 s LastRotatedDate=14 LastChangedDate=15 LastAccessedDate=10 DeletedDate=16 NextRotationDate=17 CreatedDate=18 ReplicationStatus=8
T 14 t -
T 15 t -
T 16 t -
T 17 t -
T 18 t -
T 19 s SecretBinary=4 CreatedDate=5
T 20 s Versions=21
T 21 l 22
T 22 s LastAccessedDate=10 CreatedDate=5
T 23 s SecretList=24
T 24 l 25
T 25 s LastRotatedDate=14 LastChangedDate=15 LastAccessedDate=10 DeletedDate=16 NextRotationDate=17 CreatedDate=18
T 26 s ClientRequestToken/i=- SecretBinary=4
T 27 s ReplicationStatus=8
T 28 s ReplicationStatus=8
T 29 s ClientRequestToken/i=-
T 30 s ClientRequestToken/i=- SecretBinary=4
S servicequotas ServiceQuotas SERVICE_QUOTAS servicequotas servicequotas json1.1 ServiceQuotasV20190624 2019-06-24 upper -
E AWSServiceAccessNotEnabledException=AwsServiceAccessNotEnabledException AccessDeniedException DependencyAccessDeniedException IllegalArgumentException InvalidPaginationTokenException InvalidResourceStateException NoAvailableOrganizationException NoSuchResourceException OrganizationNotInAllFeaturesModeException QuotaExceededException ResourceAlreadyExistsException ServiceException ServiceQuotaTemplateNotInUseException TagPolicyViolationException TemplatesNotAvailableInRegionException TooManyRequestsException TooManyTagsException
O AssociateServiceQuotaTemplate - -
O CreateSupportCase - -
O DeleteServiceQuotaIncreaseRequestFromTemplate - -
O DisassociateServiceQuotaTemplate - -
O GetAWSDefaultServiceQuota - -
O GetAssociationForServiceQuotaTemplate - -
O GetAutoManagementConfiguration - -
O GetQuotaUtilizationReport - 1
O GetRequestedServiceQuotaChange - 3
O GetServiceQuota - -
O GetServiceQuotaIncreaseRequestFromTemplate - -
O ListAWSDefaultServiceQuotas - -
O ListRequestedServiceQuotaChangeHistory - 5
O ListRequestedServiceQuotaChangeHistoryByQuota - 7
O ListServiceQuotaIncreaseRequestsInTemplate - -
O ListServiceQuotas - -
O ListServices - -
O ListTagsForResource - -
O PutServiceQuotaIncreaseRequestIntoTemplate - -
O RequestServiceQuotaIncrease - 8
O StartAutoManagement - -
O StartQuotaUtilizationReport - -
O StopAutoManagement - -
O TagResource - -
O UntagResource - -
O UpdateAutoManagement - -
T 1 s GeneratedAt=2
T 2 t -
T 3 s RequestedQuota=4
T 4 s Created=2 LastUpdated=2
T 5 s RequestedQuotas=6
T 6 l 4
T 7 s RequestedQuotas=6
T 8 s RequestedQuota=4
S servicecatalog ServiceCatalog SERVICE_CATALOG servicecatalog servicecatalog json1.1 AWS242ServiceCatalogService 2015-12-10 upper -
E DuplicateResourceException InvalidParametersException InvalidStateException LimitExceededException OperationNotSupportedException ResourceInUseException ResourceNotFoundException TagOptionNotMigratedException
O AcceptPortfolioShare - -
O AssociateBudgetWithResource - -
O AssociatePrincipalWithPortfolio - -
O AssociateProductWithPortfolio - -
O AssociateServiceActionWithProvisioningArtifact 1 -
O AssociateTagOptionWithResource - -
O BatchAssociateServiceActionWithProvisioningArtifact - -
O BatchDisassociateServiceActionFromProvisioningArtifact - -
O CopyProduct 2 -
O CreateConstraint 3 -
O CreatePortfolio 4 5
O CreatePortfolioShare - -
O CreateProduct 8 9
O CreateProvisionedProductPlan 17 -
O CreateProvisioningArtifact 18 19
O CreateServiceAction 20 -
O CreateTagOption - -
O DeleteConstraint - -
O DeletePortfolio - -
O DeletePortfolioShare - -
O DeleteProduct - -
O DeleteProvisionedProductPlan - -
O DeleteProvisioningArtifact - -
O DeleteServiceAction 21 -
O DeleteTagOption - -
O DescribeConstraint - -
O DescribeCopyProductStatus - -
O DescribePortfolio - 22
O DescribePortfolioShareStatus - -
O DescribePortfolioShares - -
O DescribeProduct - 23
O DescribeProductAsAdmin - 27
O DescribeProductView - 30
O DescribeProvisionedProduct - 31
O DescribeProvisionedProductPlan - 33
O DescribeProvisioningArtifact - 36
O DescribeProvisioningParameters - -
O DescribeRecord - 37
O DescribeServiceAction - -
O DescribeServiceActionExecutionParameters - -
O DescribeTagOption - -
O DisableAWSOrganizationsAccess - -
O DisassociateBudgetFromResource - -
O DisassociatePrincipalFromPortfolio - -
O DisassociateProductFromPortfolio - -
O DisassociateServiceActionFromProvisioningArtifact 39 -
O DisassociateTagOptionFromResource - -
O EnableAWSOrganizationsAccess - -
O ExecuteProvisionedProductPlan 40 41
O ExecuteProvisionedProductServiceAction 42 43
O GetAWSOrganizationsAccessStatus - -
O GetProvisionedProductOutputs - -
O ImportAsProvisionedProduct 44 45
O ListAcceptedPortfolioShares - 46
O ListBudgetsForResource - -
O ListConstraintsForPortfolio - -
O ListLaunchPaths - -
O ListOrganizationPortfolioAccess - -
O ListPortfolioAccess - -
O ListPortfolios - 48
O ListPortfoliosForProduct - 49
O ListPrincipalsForPortfolio - -
O ListProvisionedProductPlans - -
O ListProvisioningArtifacts - 50
O ListProvisioningArtifactsForServiceAction - 52
O ListRecordHistory - 55
O ListResourcesForTagOption - 57
O ListServiceActions - -
O ListServiceActionsForProvisioningArtifact - -
O ListStackInstancesForProvisionedProduct - -
O ListTagOptions - -
O NotifyProvisionProductEngineWorkflowResult 61 -
O NotifyTerminateProvisionedProductEngineWorkflowResult 62 -
O NotifyUpdateProvisionedProductEngineWorkflowResult 63 -
O ProvisionProduct 64 65
O RejectPortfolioShare - -
O ScanProvisionedProducts - 66
O SearchProducts - -
O SearchProductsAsAdmin - 68
O SearchProvisionedProducts - 70
O TerminateProvisionedProduct 73 74
O UpdateConstraint - -
O UpdatePortfolio - 75
O UpdatePortfolioShare - -
O UpdateProduct - 76
O UpdateProvisionedProduct 77 78
O UpdateProvisionedProductProperties 79 -
O UpdateProvisioningArtifact - 80
O UpdateServiceAction - -
O UpdateTagOption - -
T 1 s IdempotencyToken/i=-
T 2 s IdempotencyToken/i=-
T 3 s IdempotencyToken/i=-
T 4 s IdempotencyToken/i=-
T 5 s PortfolioDetail=6
T 6 s CreatedTime=7
T 7 t -
T 8 s IdempotencyToken/i=-
T 9 s ProductViewDetail=10 ProvisioningArtifactDetail=16
T 10 s CreatedTime=11 SourceConnection=12
T 11 t -
T 12 s LastSync=13
T 13 s LastSyncTime=14 LastSuccessfulSyncTime=15
T 14 t -
T 15 t -
T 16 s CreatedTime=7
T 17 s IdempotencyToken/i=-
T 18 s IdempotencyToken/i=-
T 19 s ProvisioningArtifactDetail=16
T 20 s IdempotencyToken/i=-
T 21 s IdempotencyToken/i=-
T 22 s PortfolioDetail=6
T 23 s ProvisioningArtifacts=24
T 24 l 25
T 25 s CreatedTime=26
T 26 t -
T 27 s ProductViewDetail=10 ProvisioningArtifactSummaries=28
T 28 l 29
T 29 s CreatedTime=26
T 30 s ProvisioningArtifacts=24
T 31 s ProvisionedProductDetail=32
T 32 s CreatedTime=11
T 33 s ProvisionedProductPlanDetails=34
T 34 s CreatedTime=11 UpdatedTime=35
T 35 t -
T 36 s ProvisioningArtifactDetail=16
T 37 s RecordDetail=38
T 38 s CreatedTime=11 UpdatedTime=35
T 39 s IdempotencyToken/i=-
T 40 s IdempotencyToken/i=-
T 41 s RecordDetail=38
T 42 s ExecuteToken/i=-
T 43 s RecordDetail=38
T 44 s IdempotencyToken/i=-
T 45 s RecordDetail=38
T 46 s PortfolioDetails=47
T 47 l 6
T 48 s PortfolioDetails=47
T 49 s PortfolioDetails=47
T 50 s ProvisioningArtifactDetails=51
T 51 l 16
T 52 s ProvisioningArtifactViews=53
T 53 l 54
T 54 s ProvisioningArtifact=25
T 55 s RecordDetails=56
T 56 l 38
T 57 s ResourceDetails=58
T 58 l 59
T 59 s CreatedTime=60
T 60 t -
T 61 s IdempotencyToken/i=-
T 62 s IdempotencyToken/i=-
T 63 s IdempotencyToken/i=-
T 64 s ProvisionToken/i=-
T 65 s RecordDetail=38
T 66 s ProvisionedProducts=67
T 67 l 32
T 68 s ProductViewDetails=69
T 69 l 10
T 70 s ProvisionedProducts=71
T 71 l 72
T 72 s CreatedTime=11
T 73 s TerminateToken/i=-
T 74 s RecordDetail=38
T 75 s PortfolioDetail=6
T 76 s ProductViewDetail=10
T 77 s UpdateToken/i=-
T 78 s RecordDetail=38
T 79 s IdempotencyToken/i=-
T 80 s ProvisioningArtifactDetail=16
S servicediscovery ServiceDiscovery SERVICEDISCOVERY servicediscovery servicediscovery json1.1 Route53AutoNaming_v20170314 2017-03-14 upper -
E CustomHealthNotFound=CustomHealthNotFoundException DuplicateRequest=DuplicateRequestException InstanceNotFound=InstanceNotFoundException InvalidInput=InvalidInputException NamespaceAlreadyExists=NamespaceAlreadyExistsException NamespaceNotFound=NamespaceNotFoundException OperationNotFound=OperationNotFoundException RequestLimitExceeded=RequestLimitExceededException ResourceInUse=ResourceInUseException ResourceLimitExceeded=ResourceLimitExceededException ResourceNotFoundException ServiceAlreadyExists=ServiceAlreadyExistsException ServiceAttributesLimitExceededException ServiceNotFound=ServiceNotFoundException TooManyTagsException
O CreateHttpNamespace 1 -
O CreatePrivateDnsNamespace 2 -
O CreatePublicDnsNamespace 3 -
O CreateService 4 5
O DeleteNamespace - -
O DeleteService - -
O DeleteServiceAttributes - -
O DeregisterInstance - -
O GetInstance - -
O GetInstancesHealthStatus - -
O GetNamespace - 8
O GetOperation - 10
O GetService - 12
O GetServiceAttributes - -
O ListInstances - -
O ListNamespaces - 13
O ListOperations - -
O ListServices - 16
O ListTagsForResource - -
O RegisterInstance 19 -
O TagResource - -
O UntagResource - -
O UpdateHttpNamespace 20 -
O UpdateInstanceCustomHealthStatus - -
O UpdatePrivateDnsNamespace 21 -
O UpdatePublicDnsNamespace 22 -
O UpdateService - -
O UpdateServiceAttributes - -
T 1 s CreatorRequestId/i=-
T 2 s CreatorRequestId/i=-
T 3 s CreatorRequestId/i=-
T 4 s CreatorRequestId/i=-
T 5 s Service=6
T 6 s CreateDate=7
T 7 t -
T 8 s Namespace=9
T 9 s CreateDate=7
T 10 s Operation=11
T 11 s CreateDate=7 UpdateDate=7
T 12 s Service=6
T 13 s Namespaces=14
T 14 l 15
T 15 s CreateDate=7
T 16 s Services=17
T 17 l 18
T 18 s CreateDate=7
T 19 s CreatorRequestId/i=-
T 20 s UpdaterRequestId/i=-
T 21 s UpdaterRequestId/i=-
T 22 s UpdaterRequestId/i=-
S ses Ses SES email ses query - 2010-12-01 upper -
E AccountSendingPausedException AlreadyExists=AlreadyExistsException CannotDelete=CannotDeleteException ConfigurationSetAlreadyExists=ConfigurationSetAlreadyExistsException ConfigurationSetDoesNotExist=ConfigurationSetDoesNotExistException ConfigurationSetSendingPausedException CustomVerificationEmailInvalidContent=CustomVerificationEmailInvalidContentException CustomVerificationEmailTemplateAlreadyExists=CustomVerificationEmailTemplateAlreadyExistsException CustomVerificationEmailTemplateDoesNotExist=CustomVerificationEmailTemplateDoesNotExistException EventDestinationAlreadyExists=EventDestinationAlreadyExistsException EventDestinationDoesNotExist=EventDestinationDoesNotExistException FromEmailAddressNotVerified=FromEmailAddressNotVerifiedException InvalidCloudWatchDestination=InvalidCloudWatchDestinationException InvalidConfigurationSet=InvalidConfigurationSetException InvalidDeliveryOptions=InvalidDeliveryOptionsException InvalidFirehoseDestination=InvalidFirehoseDestinationException InvalidLambdaFunction=InvalidLambdaFunctionException InvalidPolicy=InvalidPolicyException InvalidRenderingParameter=InvalidRenderingParameterException InvalidS3Configuration=InvalidS3ConfigurationException InvalidSNSDestination=InvalidSnsDestinationException InvalidSnsTopic=InvalidSnsTopicException InvalidTemplate=InvalidTemplateException InvalidTrackingOptions=InvalidTrackingOptionsException LimitExceeded=LimitExceededException MailFromDomainNotVerifiedException MessageRejected=MessageRejectedException MissingRenderingAttribute=MissingRenderingAttributeException ProductionAccessNotGranted=ProductionAccessNotGrantedException RuleDoesNotExist=RuleDoesNotExistException RuleSetDoesNotExist=RuleSetDoesNotExistException TemplateDoesNotExist=TemplateDoesNotExistException TrackingOptionsAlreadyExistsException TrackingOptionsDoesNotExistException
O CloneReceiptRuleSet 1 2 CloneReceiptRuleSetResult
O CreateConfigurationSet 3 5 CreateConfigurationSetResult
O CreateConfigurationSetEventDestination 6 15 CreateConfigurationSetEventDestinationResult
O CreateConfigurationSetTrackingOptions 16 18 CreateConfigurationSetTrackingOptionsResult
O CreateCustomVerificationEmailTemplate 19 - -
O CreateReceiptFilter 20 23 CreateReceiptFilterResult
O CreateReceiptRule 24 37 CreateReceiptRuleResult
O CreateReceiptRuleSet 38 39 CreateReceiptRuleSetResult
O CreateTemplate 40 42 CreateTemplateResult
O DeleteConfigurationSet 43 44 DeleteConfigurationSetResult
O DeleteConfigurationSetEventDestination 45 46 DeleteConfigurationSetEventDestinationResult
O DeleteConfigurationSetTrackingOptions 47 48 DeleteConfigurationSetTrackingOptionsResult
O DeleteCustomVerificationEmailTemplate 49 - -
O DeleteIdentity 50 51 DeleteIdentityResult
O DeleteIdentityPolicy 52 53 DeleteIdentityPolicyResult
O DeleteReceiptFilter 54 55 DeleteReceiptFilterResult
O DeleteReceiptRule 56 57 DeleteReceiptRuleResult
O DeleteReceiptRuleSet 58 59 DeleteReceiptRuleSetResult
O DeleteTemplate 60 61 DeleteTemplateResult
O DeleteVerifiedEmailAddress 62 - -
O DescribeActiveReceiptRuleSet 63 64 DescribeActiveReceiptRuleSetResult
O DescribeConfigurationSet 68 70 DescribeConfigurationSetResult
O DescribeReceiptRule 75 76 DescribeReceiptRuleResult
O DescribeReceiptRuleSet 77 78 DescribeReceiptRuleSetResult
O GetAccountSendingEnabled - 79 GetAccountSendingEnabledResult
O GetCustomVerificationEmailTemplate 80 81 GetCustomVerificationEmailTemplateResult
O GetIdentityDkimAttributes 82 84 GetIdentityDkimAttributesResult
O GetIdentityMailFromDomainAttributes 88 89 GetIdentityMailFromDomainAttributesResult
O GetIdentityNotificationAttributes 92 93 GetIdentityNotificationAttributesResult
O GetIdentityPolicies 96 98 GetIdentityPoliciesResult
O GetIdentityVerificationAttributes 100 101 GetIdentityVerificationAttributesResult
O GetSendQuota - 104 GetSendQuotaResult
O GetSendStatistics - 108 GetSendStatisticsResult
O GetTemplate 112 113 GetTemplateResult
O ListConfigurationSets 114 116 ListConfigurationSetsResult
O ListCustomVerificationEmailTemplates 118 120 ListCustomVerificationEmailTemplatesResult
O ListIdentities 123 124 ListIdentitiesResult
O ListIdentityPolicies 125 126 ListIdentityPoliciesResult
O ListReceiptFilters 127 128 ListReceiptFiltersResult
O ListReceiptRuleSets 130 131 ListReceiptRuleSetsResult
O ListTemplates 133 134 ListTemplatesResult
O ListVerifiedEmailAddresses - 137 ListVerifiedEmailAddressesResult
O PutConfigurationSetDeliveryOptions 139 140 PutConfigurationSetDeliveryOptionsResult
O PutIdentityPolicy 141 142 PutIdentityPolicyResult
O ReorderReceiptRuleSet 143 145 ReorderReceiptRuleSetResult
O SendBounce 146 155 SendBounceResult
O SendBulkTemplatedEmail 156 162 SendBulkTemplatedEmailResult
O SendCustomVerificationEmail 165 166 SendCustomVerificationEmailResult
O SendEmail 167 171 SendEmailResult
O SendRawEmail 172 175 SendRawEmailResult
O SendTemplatedEmail 176 177 SendTemplatedEmailResult
O SetActiveReceiptRuleSet 178 179 SetActiveReceiptRuleSetResult
O SetIdentityDkimEnabled 180 181 SetIdentityDkimEnabledResult
O SetIdentityFeedbackForwardingEnabled 182 183 SetIdentityFeedbackForwardingEnabledResult
O SetIdentityHeadersInNotificationsEnabled 184 185 SetIdentityHeadersInNotificationsEnabledResult
O SetIdentityMailFromDomain 186 187 SetIdentityMailFromDomainResult
O SetIdentityNotificationTopic 188 189 SetIdentityNotificationTopicResult
O SetReceiptRulePosition 190 191 SetReceiptRulePositionResult
O TestRenderTemplate 192 193 TestRenderTemplateResult
O UpdateAccountSendingEnabled 194 - -
O UpdateConfigurationSetEventDestination 195 196 UpdateConfigurationSetEventDestinationResult
O UpdateConfigurationSetReputationMetricsEnabled 197 - -
O UpdateConfigurationSetSendingEnabled 198 - -
O UpdateConfigurationSetTrackingOptions 199 200 UpdateConfigurationSetTrackingOptionsResult
O UpdateCustomVerificationEmailTemplate 201 - -
O UpdateReceiptRule 202 203 UpdateReceiptRuleResult
O UpdateTemplate 204 205 UpdateTemplateResult
O VerifyDomainDkim 206 207 VerifyDomainDkimResult
O VerifyDomainIdentity 208 209 VerifyDomainIdentityResult
O VerifyEmailAddress 210 - -
O VerifyEmailIdentity 211 212 VerifyEmailIdentityResult
T 1 s RuleSetName=- OriginalRuleSetName=-
T 2 s
T 3 s ConfigurationSet=4
T 4 s Name=-
T 5 s
T 6 s ConfigurationSetName=- EventDestination=7
T 7 s Name=- Enabled=8 MatchingEventTypes=9 KinesisFirehoseDestination=10 CloudWatchDestination=11 SNSDestination=14
T 8 o
T 9 l - member
T 10 s IAMRoleARN=- DeliveryStreamARN=-
T 11 s DimensionConfigurations=12
T 12 l 13 member
T 13 s DimensionName=- DimensionValueSource=- DefaultDimensionValue=-
T 14 s TopicARN=-
T 15 s
T 16 s ConfigurationSetName=- TrackingOptions=17
T 17 s CustomRedirectDomain=-
T 18 s
T 19 s TemplateName=- FromEmailAddress=- TemplateSubject=- TemplateContent=- SuccessRedirectionURL=- FailureRedirectionURL=-
T 20 s Filter=21
T 21 s Name=- IpFilter=22
T 22 s Policy=- Cidr=-
T 23 s
T 24 s RuleSetName=- After=- Rule=25
T 25 s Name=- Enabled=8 TlsPolicy=- Recipients=26 Actions=27 ScanEnabled=8
T 26 l - member
T 27 l 28 member
T 28 s S3Action=29 BounceAction=30 WorkmailAction=31 LambdaAction=32 StopAction=33 AddHeaderAction=34 SNSAction=35 ConnectAction=36
T 29 s TopicArn=- BucketName=- ObjectKeyPrefix=- KmsKeyArn=- IamRoleArn=-
T 30 s TopicArn=- SmtpReplyCode=- StatusCode=- Message=- Sender=-
T 31 s TopicArn=- OrganizationArn=-
T 32 s TopicArn=- FunctionArn=- InvocationType=-
T 33 s Scope=- TopicArn=-
T 34 s HeaderName=- HeaderValue=-
T 35 s TopicArn=- Encoding=-
T 36 s InstanceARN=- IAMRoleARN=-
T 37 s
T 38 s RuleSetName=-
T 39 s
T 40 s Template=41
T 41 s TemplateName=- SubjectPart=- TextPart=- HtmlPart=-
T 42 s
T 43 s ConfigurationSetName=-
T 44 s
T 45 s ConfigurationSetName=- EventDestinationName=-
T 46 s
T 47 s ConfigurationSetName=-
T 48 s
T 49 s TemplateName=-
T 50 s Identity=-
T 51 s
T 52 s Identity=- PolicyName=-
T 53 s
T 54 s FilterName=-
T 55 s
T 56 s RuleSetName=- RuleName=-
T 57 s
T 58 s RuleSetName=-
T 59 s
T 60 s TemplateName=-
T 61 s
T 62 s EmailAddress=-
T 63 s
T 64 s Metadata=65 Rules=67
T 65 s Name=- CreatedTimestamp=66
T 66 t -
T 67 l 25 member
T 68 s ConfigurationSetName=- ConfigurationSetAttributeNames=69
T 69 l - member
T 70 s ConfigurationSet=4 EventDestinations=71 TrackingOptions=17 DeliveryOptions=72 ReputationOptions=73
T 71 l 7 member
T 72 s TlsPolicy=-
T 73 s SendingEnabled=8 ReputationMetricsEnabled=8 LastFreshStart=74
T 74 t -
T 75 s RuleSetName=- RuleName=-
T 76 s Rule=25
T 77 s RuleSetName=-
T 78 s Metadata=65 Rules=67
T 79 s Enabled=8
T 80 s TemplateName=-
T 81 s TemplateName=- FromEmailAddress=- TemplateSubject=- TemplateContent=- SuccessRedirectionURL=- FailureRedirectionURL=-
T 82 s Identities=83
T 83 l - member
T 84 s DkimAttributes=85
T 85 m 86 key value
T 86 s DkimEnabled=8 DkimVerificationStatus=- DkimTokens=87
T 87 l - member
T 88 s Identities=83
T 89 s MailFromDomainAttributes=90
T 90 m 91 key value
T 91 s MailFromDomain=- MailFromDomainStatus=- BehaviorOnMXFailure=-
T 92 s Identities=83
T 93 s NotificationAttributes=94
T 94 m 95 key value
T 95 s BounceTopic=- ComplaintTopic=- DeliveryTopic=- ForwardingEnabled=8 HeadersInBounceNotificationsEnabled=8 HeadersInComplaintNotificationsEnabled=8 HeadersInDeliveryNotificationsEnabled=8
T 96 s Identity=- PolicyNames=97
T 97 l - member
T 98 s Policies=99
T 99 m - key value
T 100 s Identities=83
T 101 s VerificationAttributes=102
T 102 m 103 key value
T 103 s VerificationStatus=- VerificationToken=-
T 104 s Max24HourSend=105 MaxSendRate=106 SentLast24Hours=107
T 105 n
T 106 n
T 107 n
T 108 s SendDataPoints=109
T 109 l 110 member
T 110 s Timestamp=66 DeliveryAttempts=111 Bounces=111 Complaints=111 Rejects=111
T 111 n
T 112 s TemplateName=-
T 113 s Template=41
T 114 s NextToken=- MaxItems=115
T 115 n
T 116 s ConfigurationSets=117 NextToken=-
T 117 l 4 member
T 118 s NextToken=- MaxResults=119
T 119 n
T 120 s CustomVerificationEmailTemplates=121 NextToken=-
T 121 l 122 member
T 122 s TemplateName=- FromEmailAddress=- TemplateSubject=- SuccessRedirectionURL=- FailureRedirectionURL=-
T 123 s IdentityType=- NextToken=- MaxItems=115
T 124 s Identities=83 NextToken=-
T 125 s Identity=-
T 126 s PolicyNames=97
T 127 s
T 128 s Filters=129
T 129 l 21 member
T 130 s NextToken=-
T 131 s RuleSets=132 NextToken=-
T 132 l 65 member
T 133 s NextToken=- MaxItems=115
T 134 s TemplatesMetadata=135 NextToken=-
T 135 l 136 member
T 136 s Name=- CreatedTimestamp=66
T 137 s VerifiedEmailAddresses=138
T 138 l - member
T 139 s ConfigurationSetName=- DeliveryOptions=72
T 140 s
T 141 s Identity=- PolicyName=- Policy=-
T 142 s
T 143 s RuleSetName=- RuleNames=144
T 144 l - member
T 145 s
T 146 s OriginalMessageId=- BounceSender=- Explanation=- MessageDsn=147 BouncedRecipientInfoList=151 BounceSenderArn=-
T 147 s ReportingMta=- ArrivalDate=148 ExtensionFields=149
T 148 t -
T 149 l 150 member
T 150 s Name=- Value=-
T 151 l 152 member
T 152 s Recipient=- RecipientArn=- BounceType=- RecipientDsnFields=153
T 153 s FinalRecipient=- Action=- RemoteMta=- Status=- DiagnosticCode=- LastAttemptDate=154 ExtensionFields=149
T 154 t -
T 155 s MessageId=-
T 156 s Source=- SourceArn=- ReplyToAddresses=138 ReturnPath=- ReturnPathArn=- ConfigurationSetName=- DefaultTags=157 Template=- TemplateArn=- DefaultTemplateData=- Destinations=159
T 157 l 158 member
T 158 s Name=- Value=-
T 159 l 160 member
T 160 s Destination=161 ReplacementTags=157 ReplacementTemplateData=-
T 161 s ToAddresses=138 CcAddresses=138 BccAddresses=138
T 162 s Status=163
T 163 l 164 member
T 164 s Status=- Error=- MessageId=-
T 165 s EmailAddress=- TemplateName=- ConfigurationSetName=-
T 166 s MessageId=-
T 167 s Source=- Destination=161 Message=168 ReplyToAddresses=138 ReturnPath=- SourceArn=- ReturnPathArn=- Tags=157 ConfigurationSetName=-
T 168 s Subject=169 Body=170
T 169 s Data=- Charset=-
T 170 s Text=169 Html=169
T 171 s MessageId=-
T 172 s Source=- Destinations=138 RawMessage=173 FromArn=- SourceArn=- ReturnPathArn=- Tags=157 ConfigurationSetName=-
T 173 s Data=174
T 174 b
T 175 s MessageId=-
T 176 s Source=- Destination=161 ReplyToAddresses=138 ReturnPath=- SourceArn=- ReturnPathArn=- Tags=157 ConfigurationSetName=- Template=- TemplateArn=- TemplateData=-
T 177 s MessageId=-
T 178 s RuleSetName=-
T 179 s
T 180 s Identity=- DkimEnabled=8
T 181 s
T 182 s Identity=- ForwardingEnabled=8
T 183 s
T 184 s Identity=- NotificationType=- Enabled=8
T 185 s
T 186 s Identity=- MailFromDomain=- BehaviorOnMXFailure=-
T 187 s
T 188 s Identity=- NotificationType=- SnsTopic=-
T 189 s
T 190 s RuleSetName=- RuleName=- After=-
T 191 s
T 192 s TemplateName=- TemplateData=-
T 193 s RenderedTemplate=-
T 194 s Enabled=8
T 195 s ConfigurationSetName=- EventDestination=7
T 196 s
T 197 s ConfigurationSetName=- Enabled=8
T 198 s ConfigurationSetName=- Enabled=8
T 199 s ConfigurationSetName=- TrackingOptions=17
T 200 s
T 201 s TemplateName=- FromEmailAddress=- TemplateSubject=- TemplateContent=- SuccessRedirectionURL=- FailureRedirectionURL=-
T 202 s RuleSetName=- Rule=25
T 203 s
T 204 s Template=41
T 205 s
T 206 s Domain=-
T 207 s DkimTokens=87
T 208 s Domain=-
T 209 s VerificationToken=-
T 210 s EmailAddress=-
T 211 s EmailAddress=-
T 212 s
S sesv2 SesV2 SESV2 email ses rest-json - 2019-09-27 upper -
E AccountSuspendedException AlreadyExistsException BadRequestException ConcurrentModificationException ConflictException InternalServiceErrorException InvalidNextTokenException LimitExceededException MailFromDomainNotVerifiedException MessageRejected=MessageRejectedException NotFoundException SendingPausedException TooManyRequestsException
O AssociateEmailIdentityCertificate - - POST /v2/email/identity/certificates
O BatchGetMetricData 1 5 POST /v2/email/metrics/batch
O CancelExportJob 9 - PUT /v2/email/export-jobs/{JobId}/cancel
O CreateConfigurationSet 10 - POST /v2/email/configuration-sets
O CreateConfigurationSetEventDestination 13 - POST /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations
O CreateContact 14 - POST /v2/email/contact-lists/{ContactListName}/contacts
O CreateContactList - - POST /v2/email/contact-lists
O CreateCustomVerificationEmailTemplate - - POST /v2/email/custom-verification-email-templates
O CreateDedicatedIpPool - - POST /v2/email/dedicated-ip-pools
O CreateDeliverabilityTestReport 15 - POST /v2/email/deliverability-dashboard/test
O CreateEmailIdentity - 24 POST /v2/email/identities
O CreateEmailIdentityPolicy 26 - POST /v2/email/identities/{EmailIdentity}/policies/{PolicyName}
O CreateEmailTemplate - - POST /v2/email/templates
O CreateExportJob 27 - POST /v2/email/export-jobs
O CreateImportJob - - POST /v2/email/import-jobs
O CreateMultiRegionEndpoint - - POST /v2/email/multi-region-endpoints
O CreateTenant - 31 POST /v2/email/tenants
O CreateTenantResourceAssociation - - POST /v2/email/tenants/resources
O DeleteConfigurationSet 32 - DELETE /v2/email/configuration-sets/{ConfigurationSetName}
O DeleteConfigurationSetEventDestination 33 - DELETE /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}
O DeleteContact 34 - DELETE /v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}
O DeleteContactList 35 - DELETE /v2/email/contact-lists/{ContactListName}
O DeleteCustomVerificationEmailTemplate 36 - DELETE /v2/email/custom-verification-email-templates/{TemplateName}
O DeleteDedicatedIpPool 37 - DELETE /v2/email/dedicated-ip-pools/{PoolName}
O DeleteEmailIdentity 38 - DELETE /v2/email/identities/{EmailIdentity}
O DeleteEmailIdentityPolicy 39 - DELETE /v2/email/identities/{EmailIdentity}/policies/{PolicyName}
O DeleteEmailTemplate 40 - DELETE /v2/email/templates/{TemplateName}
O DeleteMultiRegionEndpoint 41 - DELETE /v2/email/multi-region-endpoints/{EndpointName}
O DeleteSuppressedDestination 42 - DELETE /v2/email/suppression/addresses/{EmailAddress}
O DeleteTenant - - POST /v2/email/tenants/delete
O DeleteTenantResourceAssociation - - POST /v2/email/tenants/resources/delete
O DisassociateEmailIdentityCertificate - - POST /v2/email/identity/certificates/delete
O GetAccount - - GET /v2/email/account
O GetBlacklistReports 43 44 GET /v2/email/deliverability-dashboard/blacklist-report
O GetConfigurationSet 48 49 GET /v2/email/configuration-sets/{ConfigurationSetName}
O GetConfigurationSetEventDestinations 50 - GET /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations
O GetContact 51 52 GET /v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}
O GetContactList 53 54 GET /v2/email/contact-lists/{ContactListName}
O GetCustomVerificationEmailTemplate 55 - GET /v2/email/custom-verification-email-templates/{TemplateName}
O GetDedicatedIp 56 - GET /v2/email/dedicated-ips/{IP}
O GetDedicatedIpPool 57 - GET /v2/email/dedicated-ip-pools/{PoolName}
O GetDedicatedIps 58 - GET /v2/email/dedicated-ips
O GetDeliverabilityDashboardOptions - 59 GET /v2/email/deliverability-dashboard
O GetDeliverabilityTestReport 62 63 GET /v2/email/deliverability-dashboard/test-reports/{ReportId}
O GetDomainDeliverabilityCampaign 65 66 GET /v2/email/deliverability-dashboard/campaigns/{CampaignId}
O GetDomainStatisticsReport 68 69 GET /v2/email/deliverability-dashboard/statistics-report/{Domain}
O GetEmailAddressInsights - - POST /v2/email/email-address-insights/
O GetEmailIdentity 72 73 GET /v2/email/identities/{EmailIdentity}
O GetEmailIdentityPolicies 75 - GET /v2/email/identities/{EmailIdentity}/policies
O GetEmailTemplate 76 - GET /v2/email/templates/{TemplateName}
O GetExportJob 77 78 GET /v2/email/export-jobs/{JobId}
O GetImportJob 79 80 GET /v2/email/import-jobs/{JobId}
O GetMessageInsights 81 82 GET /v2/email/insights/{MessageId}/
O GetMultiRegionEndpoint 87 88 GET /v2/email/multi-region-endpoints/{EndpointName}
O GetReputationEntity 89 90 GET /v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}
O GetSuppressedDestination 93 94 GET /v2/email/suppression/addresses/{EmailAddress}
O GetTenant - 96 POST /v2/email/tenants/get
O ListConfigurationSets - - POST /v2/email/list-configuration-sets
O ListContactLists 98 99 GET /v2/email/contact-lists
O ListContacts 102 103 POST /v2/email/contact-lists/{ContactListName}/contacts/list
O ListCustomVerificationEmailTemplates 106 - GET /v2/email/custom-verification-email-templates
O ListDedicatedIpPools 107 - GET /v2/email/dedicated-ip-pools
O ListDeliverabilityTestReports 108 109 GET /v2/email/deliverability-dashboard/test-reports
O ListDomainDeliverabilityCampaigns 111 112 GET /v2/email/deliverability-dashboard/domains/{SubscribedDomain}/campaigns
O ListEmailIdentities - - POST /v2/email/list-identities
O ListEmailIdentityCertificates - 114 POST /v2/email/identity/certificates/list
O ListEmailTemplates 117 118 GET /v2/email/templates
O ListExportJobs - 121 POST /v2/email/list-export-jobs
O ListImportJobs - 124 POST /v2/email/import-jobs/list
O ListMultiRegionEndpoints 127 128 GET /v2/email/multi-region-endpoints
O ListRecommendations - 131 POST /v2/email/vdm/recommendations
O ListReputationEntities - 134 POST /v2/email/reputation/entities
O ListResourceTenants - 136 POST /v2/email/resources/tenants/list
O ListSuppressedDestinations 139 140 GET /v2/email/suppression/addresses
O ListTagsForResource 143 - GET /v2/email/tags
O ListTenantResources - - POST /v2/email/tenants/resources/list
O ListTenants - 144 POST /v2/email/tenants/list
O PutAccountDedicatedIpWarmupAttributes - - PUT /v2/email/account/dedicated-ips/warmup
O PutAccountDeliveryAttributes - - POST /v2/email/account/delivery
O PutAccountDetails - - POST /v2/email/account/details
O PutAccountPricingAttributes - - PUT /v2/email/account/pricing-attributes
O PutAccountSendingAttributes - - PUT /v2/email/account/sending
O PutAccountSuppressionAttributes - - PUT /v2/email/account/suppression
O PutAccountVdmAttributes - - PUT /v2/email/account/vdm
O PutConfigurationSetArchivingOptions 147 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/archiving-options
O PutConfigurationSetDeliveryOptions 148 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/delivery-options
O PutConfigurationSetReputationOptions 149 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/reputation-options
O PutConfigurationSetSendingOptions 150 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/sending
O PutConfigurationSetSuppressionOptions 151 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/suppression-options
O PutConfigurationSetTrackingOptions 152 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/tracking-options
O PutConfigurationSetVdmOptions 153 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/vdm-options
O PutDedicatedIpInPool 154 - PUT /v2/email/dedicated-ips/{IP}/pool
O PutDedicatedIpPoolScalingAttributes 155 - PUT /v2/email/dedicated-ip-pools/{PoolName}/scaling
O PutDedicatedIpWarmupAttributes 156 - PUT /v2/email/dedicated-ips/{IP}/warmup
O PutDeliverabilityDashboardOption 157 - PUT /v2/email/deliverability-dashboard
O PutEmailIdentityConfigurationSetAttributes 158 - PUT /v2/email/identities/{EmailIdentity}/configuration-set
O PutEmailIdentityDkimAttributes 159 - PUT /v2/email/identities/{EmailIdentity}/dkim
O PutEmailIdentityDkimSigningAttributes 160 - PUT /v2/email/identities/{EmailIdentity}/dkim/signing
O PutEmailIdentityFeedbackAttributes 161 - PUT /v2/email/identities/{EmailIdentity}/feedback
O PutEmailIdentityMailFromAttributes 162 - PUT /v2/email/identities/{EmailIdentity}/mail-from
O PutSuppressedDestination - - PUT /v2/email/suppression/addresses
O PutTenantSuppressionAttributes - - POST /v2/email/tenant/suppression
O SendBulkEmail 163 - POST /v2/email/outbound-bulk-emails
O SendCustomVerificationEmail - - POST /v2/email/outbound-custom-verification-emails
O SendEmail 165 - POST /v2/email/outbound-emails
O TagResource - - POST /v2/email/tags
O TestRenderEmailTemplate 166 - POST /v2/email/templates/{TemplateName}/render
O UntagResource 167 - DELETE /v2/email/tags
O UpdateConfigurationSet - - POST /v2/email/update-configuration-sets
O UpdateConfigurationSetEventDestination 168 - PUT /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}
O UpdateContact 169 - PUT /v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}
O UpdateContactList 170 - PUT /v2/email/contact-lists/{ContactListName}
O UpdateCustomVerificationEmailTemplate 171 - PUT /v2/email/custom-verification-email-templates/{TemplateName}
O UpdateEmailIdentityPolicy 172 - PUT /v2/email/identities/{EmailIdentity}/policies/{PolicyName}
O UpdateEmailTemplate 173 - PUT /v2/email/templates/{TemplateName}
O UpdateReputationEntityCustomerManagedStatus 174 - PUT /v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/customer-managed-status
O UpdateReputationEntityPolicy 175 - PUT /v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/policy
T 1 s Queries=2
T 2 l 3
T 3 s StartDate=4 EndDate=4
T 4 t -
T 5 s Results=6
T 6 l 7
T 7 s Timestamps=8
T 8 l 4
T 9 s JobId/u=-
T 10 s ReputationOptions=11
T 11 s LastFreshStart=12
T 12 t -
T 13 s ConfigurationSetName/u=-
T 14 s ContactListName/u=-
T 15 s Content=16
T 16 s Simple=17 Raw=21 Template=23
T 17 s Attachments=18
T 18 l 19
T 19 s RawContent=20
T 20 b
T 21 s Data=22
T 22 b
T 23 s Attachments=18
T 24 s DkimAttributes=25
T 25 s LastKeyGenerationTimestamp=4
T 26 s EmailIdentity/u=- PolicyName/u=-
T 27 s ExportDataSource=28
T 28 s MetricsDataSource=29 MessageInsightsDataSource=30
T 29 s StartDate=4 EndDate=4
T 30 s StartDate=4 EndDate=4
T 31 s CreatedTimestamp=4
T 32 s ConfigurationSetName/u=-
T 33 s ConfigurationSetName/u=- EventDestinationName/u=-
T 34 s ContactListName/u=- EmailAddress/u=-
T 35 s ContactListName/u=-
T 36 s TemplateName/u=-
T 37 s PoolName/u=-
T 38 s EmailIdentity/u=-
T 39 s EmailIdentity/u=- PolicyName/u=-
T 40 s TemplateName/u=-
T 41 s EndpointName/u=-
T 42 s EmailAddress/u=- TenantName/q=-
T 43 s BlacklistItemNames/q=-
T 44 s BlacklistReport=45
T 45 m 46
T 46 l 47
T 47 s ListingTime=4
T 48 s ConfigurationSetName/u=-
T 49 s ReputationOptions=11
T 50 s ConfigurationSetName/u=-
T 51 s ContactListName/u=- EmailAddress/u=-
T 52 s CreatedTimestamp=4 LastUpdatedTimestamp=4
T 53 s ContactListName/u=-
T 54 s CreatedTimestamp=4 LastUpdatedTimestamp=4
T 55 s TemplateName/u=-
T 56 s Ip~IP/u=-
T 57 s PoolName/u=-
T 58 s PoolName/q=- NextToken/q=- PageSize/q=-
T 59 s SubscriptionExpiryDate=4 ActiveSubscribedDomains=60 PendingExpirationSubscribedDomains=60
T 60 l 61
T 61 s SubscriptionStartDate=4
T 62 s ReportId/u=-
T 63 s DeliverabilityTestReport=64
T 64 s CreateDate=4
T 65 s CampaignId/u=-
T 66 s DomainDeliverabilityCampaign=67
T 67 s FirstSeenDateTime=4 LastSeenDateTime=4
T 68 s Domain/u=- StartDate/q=4 EndDate/q=4
T 69 s DailyVolumes=70
T 70 l 71
T 71 s StartDate=4
T 72 s EmailIdentity/u=-
T 73 s DkimAttributes=25 VerificationInfo=74
T 74 s LastCheckedTimestamp=4 LastSuccessTimestamp=4
T 75 s EmailIdentity/u=-
T 76 s TemplateName/u=-
T 77 s JobId/u=-
T 78 s ExportDataSource=28 CreatedTimestamp=4 CompletedTimestamp=4
T 79 s JobId/u=-
T 80 s CreatedTimestamp=4 CompletedTimestamp=4
T 81 s MessageId/u=-
T 82 s Insights=83
T 83 l 84
T 84 s Events=85
T 85 l 86
T 86 s Timestamp=4
T 87 s EndpointName/u=-
T 88 s CreatedTimestamp=4 LastUpdatedTimestamp=4
T 89 s ReputationEntityReference/u=- ReputationEntityType/u=-
T 90 s ReputationEntity=91
T 91 s CustomerManagedStatus=92 AwsSesManagedStatus=92
T 92 s LastUpdatedTimestamp=4
T 93 s EmailAddress/u=- TenantName/q=-
T 94 s SuppressedDestination=95
T 95 s LastUpdateTime=4
T 96 s Tenant=97
T 97 s CreatedTimestamp=4
T 98 s PageSize/q=- NextToken/q=-
T 99 s ContactLists=100
T 100 l 101
T 101 s LastUpdatedTimestamp=4
T 102 s ContactListName/u=-
T 103 s Contacts=104
T 104 l 105
T 105 s LastUpdatedTimestamp=4
T 106 s NextToken/q=- PageSize/q=-
T 107 s NextToken/q=- PageSize/q=-
T 108 s NextToken/q=- PageSize/q=-
T 109 s DeliverabilityTestReports=110
T 110 l 64
T 111 s StartDate/q=4 EndDate/q=4 SubscribedDomain/u=- NextToken/q=- PageSize/q=-
T 112 s DomainDeliverabilityCampaigns=113
T 113 l 67
T 114 s Certificates=115
T 115 l 116
T 116 s CertificateExpiryTime=4
T 117 s NextToken/q=- PageSize/q=-
T 118 s TemplatesMetadata=119
T 119 l 120
T 120 s CreatedTimestamp=4
T 121 s ExportJobs=122
T 122 l 123
T 123 s CreatedTimestamp=4 CompletedTimestamp=4
T 124 s ImportJobs=125
T 125 l 126
T 126 s CreatedTimestamp=4
T 127 s NextToken/q=- PageSize/q=-
T 128 s MultiRegionEndpoints=129
T 129 l 130
T 130 s CreatedTimestamp=4 LastUpdatedTimestamp=4
T 131 s Recommendations=132
T 132 l 133
T 133 s CreatedTimestamp=4 LastUpdatedTimestamp=4
T 134 s ReputationEntities=135
T 135 l 91
T 136 s ResourceTenants=137
T 137 l 138
T 138 s AssociatedTimestamp=4
T 139 s TenantName/q=- Reasons~Reason/q=- StartDate/q=4 EndDate/q=4 NextToken/q=- PageSize/q=-
T 140 s SuppressedDestinationSummaries=141
T 141 l 142
T 142 s LastUpdateTime=4
T 143 s ResourceArn/q=-
T 144 s Tenants=145
T 145 l 146
T 146 s CreatedTimestamp=4
T 147 s ConfigurationSetName/u=-
T 148 s ConfigurationSetName/u=-
T 149 s ConfigurationSetName/u=-
T 150 s ConfigurationSetName/u=-
T 151 s ConfigurationSetName/u=-
T 152 s ConfigurationSetName/u=-
T 153 s ConfigurationSetName/u=-
T 154 s Ip~IP/u=-
T 155 s PoolName/u=-
T 156 s Ip~IP/u=-
T 157 s SubscribedDomains=60
T 158 s EmailIdentity/u=-
T 159 s EmailIdentity/u=-
T 160 s EmailIdentity/u=-
T 161 s EmailIdentity/u=-
T 162 s EmailIdentity/u=-
T 163 s DefaultContent=164
T 164 s Template=23
T 165 s Content=16
T 166 s TemplateName/u=-
T 167 s ResourceArn/q=- TagKeys/q=-
T 168 s ConfigurationSetName/u=- EventDestinationName/u=-
T 169 s ContactListName/u=- EmailAddress/u=-
T 170 s ContactListName/u=-
T 171 s TemplateName/u=-
T 172 s EmailIdentity/u=- PolicyName/u=-
T 173 s TemplateName/u=-
T 174 s ReputationEntityType/u=- ReputationEntityReference/u=-
T 175 s ReputationEntityType/u=- ReputationEntityReference/u=-
S shield Shield SHIELD shield shield json1.1 AWSShield_20160616 2016-06-02 upper shield.us-east-1.amazonaws.com@us-east-1
E AccessDeniedException AccessDeniedForDependencyException InternalErrorException InvalidOperationException InvalidPaginationTokenException InvalidParameterException InvalidResourceException LimitsExceededException LockedSubscriptionException NoAssociatedRoleException OptimisticLockException ResourceAlreadyExistsException ResourceNotFoundException
O AssociateDRTLogBucket - -
O AssociateDRTRole - -
O AssociateHealthCheck - -
O AssociateProactiveEngagementDetails - -
O CreateProtection - -
O CreateProtectionGroup - -
O CreateSubscription - -
O DeleteProtection - -
O DeleteProtectionGroup - -
O DeleteSubscription - -
O DescribeAttack - 1
O DescribeAttackStatistics - 4
O DescribeDRTAccess - -
O DescribeEmergencyContactSettings - -
O DescribeProtection - -
O DescribeProtectionGroup - -
O DescribeSubscription - 7
O DisableApplicationLayerAutomaticResponse - -
O DisableProactiveEngagement - -
O DisassociateDRTLogBucket - -
O DisassociateDRTRole - -
O DisassociateHealthCheck - -
O EnableApplicationLayerAutomaticResponse - -
O EnableProactiveEngagement - -
O GetSubscriptionState - -
O ListAttacks 9 10
O ListProtectionGroups - -
O ListProtections - -
O ListResourcesInProtectionGroup - -
O ListTagsForResource - -
O TagResource - -
O UntagResource - -
O UpdateApplicationLayerAutomaticResponse - -
O UpdateEmergencyContactSettings - -
O UpdateProtectionGroup - -
O UpdateSubscription - -
T 1 s Attack=2
T 2 s StartTime=3 EndTime=3
T 3 t -
T 4 s TimeRange=5
T 5 s FromInclusive=6 ToExclusive=6
T 6 t -
T 7 s Subscription=8
T 8 s StartTime=6 EndTime=6
T 9 s StartTime=5 EndTime=5
T 10 s AttackSummaries=11
T 11 l 12
T 12 s StartTime=3 EndTime=3
S snowball Snowball SNOWBALL snowball snowball json1.1 AWSIESnowballJobManagementService 2016-06-30 upper -
E ClusterLimitExceededException ConflictException Ec2RequestFailedException InvalidAddressException InvalidInputCombinationException InvalidJobStateException InvalidNextTokenException InvalidResourceException KMSRequestFailedException=KmsRequestFailedException ReturnShippingLabelAlreadyExistsException UnsupportedAddressException
O CancelCluster - -
O CancelJob - -
O CreateAddress - -
O CreateCluster - 1
O CreateJob 5 -
O CreateLongTermPricing - -
O CreateReturnShippingLabel - -
O DescribeAddress - -
O DescribeAddresses - -
O DescribeCluster - 7
O DescribeJob - 9
O DescribeReturnShippingLabel - 12
O GetJobManifest - -
O GetJobUnlockCode - -
O GetSnowballUsage - -
O GetSoftwareUpdates - -
O ListClusterJobs - 13
O ListClusters - 14
O ListCompatibleImages - -
O ListJobs - 17
O ListLongTermPricing - 18
O ListPickupLocations - -
O ListServiceVersions - -
O UpdateCluster - -
O UpdateJob 21 -
O UpdateJobShipmentState - -
O UpdateLongTermPricing - -
T 1 s JobListEntries=2
T 2 l 3
T 3 s CreationDate=4
T 4 t -
T 5 s PickupDetails=6
T 6 s IdentificationExpirationDate=4
T 7 s ClusterMetadata=8
T 8 s CreationDate=4
T 9 s JobMetadata=10 SubJobMetadata=11
T 10 s CreationDate=4 PickupDetails=6
T 11 l 10
T 12 s ExpirationDate=4
T 13 s JobListEntries=2
T 14 s ClusterListEntries=15
T 15 l 16
T 16 s CreationDate=4
T 17 s JobListEntries=2
T 18 s LongTermPricingEntries=19
T 19 l 20
T 20 s LongTermPricingEndDate=4 LongTermPricingStartDate=4
T 21 s PickupDetails=6
S sns Sns SNS sns sns query - 2010-03-31 upper -
E AuthorizationError=AuthorizationErrorException BatchEntryIdsNotDistinct=BatchEntryIdsNotDistinctException BatchRequestTooLong=BatchRequestTooLongException ConcurrentAccess=ConcurrentAccessException EmptyBatchRequest=EmptyBatchRequestException EndpointDisabled=EndpointDisabledException FilterPolicyLimitExceeded=FilterPolicyLimitExceededException InternalError=InternalErrorException InvalidBatchEntryId=InvalidBatchEntryIdException InvalidParameter=InvalidParameterException InvalidSecurity=InvalidSecurityException InvalidState=InvalidStateException KMSAccessDenied=KmsAccessDeniedException KMSDisabled=KmsDisabledException KMSInvalidState=KmsInvalidStateException KMSNotFound=KmsNotFoundException KMSOptInRequired=KmsOptInRequiredException KMSThrottling=KmsThrottlingException NotFound=NotFoundException OptedOut=OptedOutException ParameterValueInvalid=InvalidParameterValueException PlatformApplicationDisabled=PlatformApplicationDisabledException ReplayLimitExceeded=ReplayLimitExceededException ResourceNotFound=ResourceNotFoundException StaleTag=StaleTagException SubscriptionLimitExceeded=SubscriptionLimitExceededException TagLimitExceeded=TagLimitExceededException TagPolicy=TagPolicyException Throttled=ThrottledException TooManyEntriesInBatchRequest=TooManyEntriesInBatchRequestException TopicLimitExceeded=TopicLimitExceededException UserError=UserErrorException ValidationException VerificationException
O AddPermission 1 - -
O CheckIfPhoneNumberIsOptedOut 4 5 CheckIfPhoneNumberIsOptedOutResult
O ConfirmSubscription 7 8 ConfirmSubscriptionResult
O CreatePlatformApplication 9 11 CreatePlatformApplicationResult
O CreatePlatformEndpoint 12 13 CreatePlatformEndpointResult
O CreateSMSSandboxPhoneNumber 14 15 CreateSMSSandboxPhoneNumberResult
O CreateTopic 16 20 CreateTopicResult
O DeleteEndpoint 21 - -
O DeletePlatformApplication 22 - -
O DeleteSMSSandboxPhoneNumber 23 24 DeleteSMSSandboxPhoneNumberResult
O DeleteTopic 25 - -
O GetDataProtectionPolicy 26 27 GetDataProtectionPolicyResult
O GetEndpointAttributes 28 29 GetEndpointAttributesResult
O GetPlatformApplicationAttributes 30 31 GetPlatformApplicationAttributesResult
O GetSMSAttributes 32 34 GetSMSAttributesResult
O GetSMSSandboxAccountStatus 35 36 GetSMSSandboxAccountStatusResult
O GetSubscriptionAttributes 37 38 GetSubscriptionAttributesResult
O GetTopicAttributes 40 41 GetTopicAttributesResult
O ListEndpointsByPlatformApplication 42 43 ListEndpointsByPlatformApplicationResult
O ListOriginationNumbers 46 48 ListOriginationNumbersResult
O ListPhoneNumbersOptedOut 53 54 ListPhoneNumbersOptedOutResult
O ListPlatformApplications 56 57 ListPlatformApplicationsResult
O ListSMSSandboxPhoneNumbers 60 62 ListSMSSandboxPhoneNumbersResult
O ListSubscriptions 65 66 ListSubscriptionsResult
O ListSubscriptionsByTopic 69 70 ListSubscriptionsByTopicResult
O ListTagsForResource 71 72 ListTagsForResourceResult
O ListTopics 73 74 ListTopicsResult
O OptInPhoneNumber 77 78 OptInPhoneNumberResult
O Publish 79 83 PublishResult
O PublishBatch 84 87 PublishBatchResult
O PutDataProtectionPolicy 92 - -
O RemovePermission 93 - -
O SetEndpointAttributes 94 - -
O SetPlatformApplicationAttributes 95 - -
O SetSMSAttributes 96 97 SetSMSAttributesResult
O SetSubscriptionAttributes 98 - -
O SetTopicAttributes 99 - -
O Subscribe 100 101 SubscribeResult
O TagResource 102 103 TagResourceResult
O Unsubscribe 104 - -
O UntagResource 105 107 UntagResourceResult
O VerifySMSSandboxPhoneNumber 108 109 VerifySMSSandboxPhoneNumberResult
T 1 s TopicArn=- Label=- AWSAccountId=2 ActionName=3
T 2 l - member
T 3 l - member
T 4 s PhoneNumber~phoneNumber=-
T 5 s IsOptedOut~isOptedOut=6
T 6 o
T 7 s TopicArn=- Token=- AuthenticateOnUnsubscribe=-
T 8 s SubscriptionArn=-
T 9 s Name=- Platform=- Attributes=10
T 10 m - key value
T 11 s PlatformApplicationArn=-
T 12 s PlatformApplicationArn=- Token=- CustomUserData=- Attributes=10
T 13 s EndpointArn=-
T 14 s PhoneNumber=- LanguageCode=-
T 15 s
T 16 s Name=- Attributes=17 Tags=18 DataProtectionPolicy=-
T 17 m - key value
T 18 l 19 member
T 19 s Key=- Value=-
T 20 s TopicArn=-
T 21 s EndpointArn=-
T 22 s PlatformApplicationArn=-
T 23 s PhoneNumber=-
T 24 s
T 25 s TopicArn=-
T 26 s ResourceArn=-
T 27 s DataProtectionPolicy=-
T 28 s EndpointArn=-
T 29 s Attributes=10
T 30 s PlatformApplicationArn=-
T 31 s Attributes=10
T 32 s Attributes~attributes=33
T 33 l - member
T 34 s Attributes~attributes=10
T 35 s
T 36 s IsInSandbox=6
T 37 s SubscriptionArn=-
T 38 s Attributes=39
T 39 m - key value
T 40 s TopicArn=-
T 41 s Attributes=17
T 42 s PlatformApplicationArn=- NextToken=-
T 43 s Endpoints=44 NextToken=-
T 44 l 45 member
T 45 s EndpointArn=- Attributes=10
T 46 s NextToken=- MaxResults=47
T 47 n
T 48 s NextToken=- PhoneNumbers=49
T 49 l 50 member
T 50 s CreatedAt=51 PhoneNumber=- Status=- Iso2CountryCode=- RouteType=- NumberCapabilities=52
T 51 t -
T 52 l - member
T 53 s NextToken~nextToken=-
T 54 s PhoneNumbers~phoneNumbers=55 NextToken~nextToken=-
T 55 l - member
T 56 s NextToken=-
T 57 s PlatformApplications=58 NextToken=-
T 58 l 59 member
T 59 s PlatformApplicationArn=- Attributes=10
T 60 s NextToken=- MaxResults=61
T 61 n
T 62 s PhoneNumbers=63 NextToken=-
T 63 l 64 member
T 64 s PhoneNumber=- Status=-
T 65 s NextToken=-
T 66 s Subscriptions=67 NextToken=-
T 67 l 68 member
T 68 s SubscriptionArn=- Owner=- Protocol=- Endpoint=- TopicArn=-
T 69 s TopicArn=- NextToken=-
T 70 s Subscriptions=67 NextToken=-
T 71 s ResourceArn=-
T 72 s Tags=18
T 73 s NextToken=-
T 74 s Topics=75 NextToken=-
T 75 l 76 member
T 76 s TopicArn=-
T 77 s PhoneNumber~phoneNumber=-
T 78 s
T 79 s TopicArn=- TargetArn=- PhoneNumber=- Message=- Subject=- MessageStructure=- MessageAttributes=80 MessageDeduplicationId=- MessageGroupId=-
T 80 m 81 Name Value
T 81 s DataType=- StringValue=- BinaryValue=82
T 82 b
T 83 s MessageId=- SequenceNumber=-
T 84 s TopicArn=- PublishBatchRequestEntries=85
T 85 l 86 member
T 86 s Id=- Message=- Subject=- MessageStructure=- MessageAttributes=80 MessageDeduplicationId=- MessageGroupId=-
T 87 s Successful=88 Failed=90
T 88 l 89 member
T 89 s Id=- MessageId=- SequenceNumber=-
T 90 l 91 member
T 91 s Id=- Code=- Message=- SenderFault=6
T 92 s ResourceArn=- DataProtectionPolicy=-
T 93 s TopicArn=- Label=-
T 94 s EndpointArn=- Attributes=10
T 95 s PlatformApplicationArn=- Attributes=10
T 96 s Attributes~attributes=10
T 97 s
T 98 s SubscriptionArn=- AttributeName=- AttributeValue=-
T 99 s TopicArn=- AttributeName=- AttributeValue=-
T 100 s TopicArn=- Protocol=- Endpoint=- Attributes=39 ReturnSubscriptionArn=6
T 101 s SubscriptionArn=-
T 102 s ResourceArn=- Tags=18
T 103 s
T 104 s SubscriptionArn=-
T 105 s ResourceArn=- TagKeys=106
T 106 l - member
T 107 s
T 108 s PhoneNumber=- OneTimePassword=-
T 109 s
S sqs Sqs SQS sqs sqs json1.0 AmazonSQS 2012-11-05 upper - query-mode
E BatchEntryIdsNotDistinct=BatchEntryIdsNotDistinctException BatchRequestTooLong=BatchRequestTooLongException EmptyBatchRequest=EmptyBatchRequestException InvalidAddress=InvalidAddressException InvalidAttributeName=InvalidAttributeNameException InvalidAttributeValue=InvalidAttributeValueException InvalidBatchEntryId=InvalidBatchEntryIdException InvalidIdFormat=InvalidIdFormatException InvalidMessageContents=InvalidMessageContentsException InvalidSecurity=InvalidSecurityException KmsAccessDenied=KmsAccessDeniedException KmsDisabled=KmsDisabledException KmsInvalidKeyUsage=KmsInvalidKeyUsageException KmsInvalidState=KmsInvalidStateException KmsNotFound=KmsNotFoundException KmsOptInRequired=KmsOptInRequiredException KmsThrottled=KmsThrottledException MessageNotInflight=MessageNotInflightException OverLimit=OverLimitException PurgeQueueInProgress=PurgeQueueInProgressException QueueDeletedRecently=QueueDeletedRecentlyException QueueDoesNotExist=QueueDoesNotExistException QueueNameExists=QueueNameExistsException ReceiptHandleIsInvalid=ReceiptHandleIsInvalidException RequestThrottled=RequestThrottledException ResourceNotFoundException TooManyEntriesInBatchRequest=TooManyEntriesInBatchRequestException UnsupportedOperation=UnsupportedOperationException
O AddPermission - -
O CancelMessageMoveTask - -
O ChangeMessageVisibility - -
O ChangeMessageVisibilityBatch - -
O CreateQueue 1 -
O DeleteMessage - -
O DeleteMessageBatch - -
O DeleteQueue - -
O GetQueueAttributes - -
O GetQueueUrl - -
O ListDeadLetterSourceQueues - 2
O ListMessageMoveTasks - -
O ListQueueTags - -
O ListQueues - -
O PurgeQueue - -
O ReceiveMessage - 3
O RemovePermission - -
O SendMessage 10 -
O SendMessageBatch 13 -
O SetQueueAttributes - -
O StartMessageMoveTask - -
O TagQueue - -
O UntagQueue - -
T 1 s Tags~tags=-
T 2 s QueueUrls~queueUrls=-
T 3 s Messages=4
T 4 l 5
T 5 s MessageAttributes=6
T 6 m 7
T 7 s BinaryValue=8 BinaryListValues=9
T 8 b
T 9 l 8
T 10 s MessageAttributes=6 MessageSystemAttributes=11
T 11 m 12
T 12 s BinaryValue=8 BinaryListValues=9
T 13 s Entries=14
T 14 l 15
T 15 s MessageAttributes=6 MessageSystemAttributes=11
S ssm Ssm SSM ssm ssm json1.1 AmazonSSM 2014-11-06 upper -
E AccessDeniedException AlreadyExistsException AssociatedInstances=AssociatedInstancesException AssociationAlreadyExists=AssociationAlreadyExistsException AssociationDoesNotExist=AssociationDoesNotExistException AssociationExecutionDoesNotExist=AssociationExecutionDoesNotExistException AssociationLimitExceeded=AssociationLimitExceededException AssociationVersionLimitExceeded=AssociationVersionLimitExceededException AutomationDefinitionNotApprovedException AutomationDefinitionNotFoundException AutomationDefinitionVersionNotFoundException AutomationExecutionLimitExceededException AutomationExecutionNotFoundException AutomationStepNotFoundException ComplianceTypeCountLimitExceededException ConflictException CustomSchemaCountLimitExceededException DocumentAlreadyExists=DocumentAlreadyExistsException DocumentLimitExceeded=DocumentLimitExceededException DocumentPermissionLimit=DocumentPermissionLimitException DocumentVersionLimitExceeded=DocumentVersionLimitExceededException DoesNotExistException DuplicateDocumentContent=DuplicateDocumentContentException DuplicateDocumentVersionName=DuplicateDocumentVersionNameException DuplicateInstanceId=DuplicateInstanceIdException FeatureNotAvailableException HierarchyLevelLimitExceededException HierarchyTypeMismatchException IdempotentParameterMismatch=IdempotentParameterMismatchException IncompatiblePolicyException InternalServerError=InternalServerErrorException InvalidActivation=InvalidActivationException InvalidActivationId=InvalidActivationIdException InvalidAggregatorException InvalidAllowedPatternException InvalidAssociation=InvalidAssociationException InvalidAssociationVersion=InvalidAssociationVersionException InvalidAutomationExecutionParametersException InvalidAutomationSignalException InvalidAutomationStatusUpdateException InvalidCommandId=InvalidCommandIdException InvalidDeleteInventoryParametersException InvalidDeletionIdException InvalidDocument=InvalidDocumentException InvalidDocumentContent=InvalidDocumentContentException InvalidDocumentOperation=InvalidDocumentOperationException InvalidDocumentSchemaVersion=InvalidDocumentSchemaVersionException InvalidDocumentType=InvalidDocumentTypeException InvalidDocumentVersion=InvalidDocumentVersionException InvalidFilter=InvalidFilterException InvalidFilterKey=InvalidFilterKeyException InvalidFilterOption=InvalidFilterOptionException InvalidFilterValue=InvalidFilterValueException InvalidInstanceId=InvalidInstanceIdException InvalidInstanceInformationFilterValue=InvalidInstanceInformationFilterValueException InvalidInstancePropertyFilterValue=InvalidInstancePropertyFilterValueException InvalidInventoryGroupException InvalidInventoryItemContextException InvalidInventoryRequestException InvalidItemContentException InvalidKeyId=InvalidKeyIdException InvalidNextToken=InvalidNextTokenException InvalidNotificationConfig=InvalidNotificationConfigException InvalidOptionException InvalidOutputFolder=InvalidOutputFolderException InvalidOutputLocation=InvalidOutputLocationException InvalidParameters=InvalidParametersException InvalidPermissionType=InvalidPermissionTypeException InvalidPluginName=InvalidPluginNameException InvalidPolicyAttributeException InvalidPolicyTypeException InvalidResourceId=InvalidResourceIdException InvalidResourceType=InvalidResourceTypeException InvalidResultAttributeException InvalidRole=InvalidRoleException InvalidSchedule=InvalidScheduleException InvalidTag=InvalidTagException InvalidTarget=InvalidTargetException InvalidTargetMaps=InvalidTargetMapsException InvalidTypeNameException InvalidUpdate=InvalidUpdateException InvocationDoesNotExist=InvocationDoesNotExistException ItemContentMismatchException ItemSizeLimitExceededException MalformedResourcePolicyDocumentException MaxDocumentSizeExceeded=MaxDocumentSizeExceededException NoLongerSupportedException OpsItemAccessDeniedException OpsItemAlreadyExistsException OpsItemConflictException OpsItemInvalidParameterException OpsItemLimitExceededException OpsItemNotFoundException OpsItemRelatedItemAlreadyExistsException OpsItemRelatedItemAssociationNotFoundException OpsMetadataAlreadyExistsException OpsMetadataInvalidArgumentException OpsMetadataKeyLimitExceededException OpsMetadataLimitExceededException OpsMetadataNotFoundException OpsMetadataTooManyUpdatesException ParameterAlreadyExists=ParameterAlreadyExistsException ParameterLimitExceeded=ParameterLimitExceededException ParameterMaxVersionLimitExceeded=ParameterMaxVersionLimitExceededException ParameterNotFound=ParameterNotFoundException ParameterPatternMismatchException ParameterVersionLabelLimitExceeded=ParameterVersionLabelLimitExceededException ParameterVersionNotFound=ParameterVersionNotFoundException PoliciesLimitExceededException ResourceDataSyncAlreadyExistsException ResourceDataSyncConflictException ResourceDataSyncCountExceededException ResourceDataSyncInvalidConfigurationException ResourceDataSyncNotFoundException ResourceInUseException ResourceLimitExceededException ResourceNotFoundException ResourcePolicyConflictException ResourcePolicyInvalidParameterException ResourcePolicyLimitExceededException ResourcePolicyNotFoundException ServiceQuotaExceededException ServiceSettingNotFound=ServiceSettingNotFoundException StatusUnchanged=StatusUnchangedException SubTypeCountLimitExceededException TargetInUseException TargetNotConnected=TargetNotConnectedException ThrottlingException TooManyTagsError=TooManyTagsErrorException TooManyUpdates=TooManyUpdatesException TotalSizeLimitExceededException UnsupportedCalendarException UnsupportedFeatureRequiredException UnsupportedInventoryItemContextException UnsupportedInventorySchemaVersionException UnsupportedOperatingSystem=UnsupportedOperatingSystemException UnsupportedOperationException UnsupportedParameterType=UnsupportedParameterTypeException UnsupportedPlatformType=UnsupportedPlatformTypeException ValidationException
O AddTagsToResource - -
O AssociateOpsItemRelatedItem - -
O CancelCommand - -
O CancelMaintenanceWindowExecution - -
O CreateActivation 1 -
O CreateAssociation - 3
O CreateAssociationBatch - 7
O CreateCloudConnector - -
O CreateDocument - 9
O CreateMaintenanceWindow 13 -
O CreateOpsItem 14 -
O CreateOpsMetadata - -
O CreatePatchBaseline 15 -
O CreateResourceDataSync - -
O DeleteActivation - -
O DeleteAssociation - -
O DeleteCloudConnector - -
O DeleteDocument - -
O DeleteInventory 16 -
O DeleteMaintenanceWindow - -
O DeleteOpsItem - -
O DeleteOpsMetadata - -
O DeleteParameter - -
O DeleteParameters - -
O DeletePatchBaseline - -
O DeleteResourceDataSync - -
O DeleteResourcePolicy - -
O DeregisterDefaultHostManagementConfiguration - -
O DeregisterManagedInstance - -
O DeregisterPatchBaselineForPatchGroup - -
O DeregisterTargetFromMaintenanceWindow - -
O DeregisterTaskFromMaintenanceWindow - -
O DescribeActivations - 17
O DescribeAssociation - 21
O DescribeAssociationExecutionTargets - 22
O DescribeAssociationExecutions - 25
O DescribeAutomationExecutions - 28
O DescribeAutomationStepExecutions - 31
O DescribeAvailablePatches - 34
O DescribeDocument - 37
O DescribeDocumentPermission - -
O DescribeEffectiveInstanceAssociations - -
O DescribeEffectivePatchesForPatchBaseline - 38
O DescribeInstanceAssociationsStatus - 42
O DescribeInstanceInformation 45 48
O DescribeInstancePatchStates - 51
O DescribeInstancePatchStatesForPatchGroup - 54
O DescribeInstancePatches - 56
O DescribeInstanceProperties 59 62
O DescribeInventoryDeletions - 65
O DescribeMaintenanceWindowExecutionTaskInvocations - 70
O DescribeMaintenanceWindowExecutionTasks - 73
O DescribeMaintenanceWindowExecutions - 76
O DescribeMaintenanceWindowSchedule - -
O DescribeMaintenanceWindowTargets - -
O DescribeMaintenanceWindowTasks - -
O DescribeMaintenanceWindows - -
O DescribeMaintenanceWindowsForTarget - -
O DescribeOpsItems - 79
O DescribeParameters - 82
O DescribePatchBaselines - -
O DescribePatchGroupState - -
O DescribePatchGroups - -
O DescribePatchProperties - -
O DescribeSessions 85 88
O DisassociateOpsItemRelatedItem - -
O GetAccessToken - 91
O GetAutomationExecution - 93
O GetCalendarState - -
O GetCloudConnector - 95
O GetCommandInvocation - -
O GetConnectionStatus - -
O GetDefaultPatchBaseline - -
O GetDeployablePatchSnapshotForInstance - -
O GetDocument - 96
O GetExecutionPreview - 97
O GetInventory - -
O GetInventorySchema - -
O GetMaintenanceWindow - 98
O GetMaintenanceWindowExecution - 99
O GetMaintenanceWindowExecutionTask - 100
O GetMaintenanceWindowExecutionTaskInvocation - 101
O GetMaintenanceWindowTask - 102
O GetOpsItem - 106
O GetOpsMetadata - -
O GetOpsSummary - -
O GetParameter - 108
O GetParameterHistory - 110
O GetParameters - 113
O GetParametersByPath - 115
O GetPatchBaseline - 116
O GetPatchBaselineForPatchGroup - -
O GetResourcePolicies - -
O GetServiceSetting - 117
O LabelParameterVersion - -
O ListAssociationVersions - 119
O ListAssociations 122 125
O ListCloudConnectors - 128
O ListCommandInvocations 131 134
O ListCommands 139 140
O ListComplianceItems - 143
O ListComplianceSummaries - -
O ListDocumentMetadataHistory - 147
O ListDocumentVersions - 151
O ListDocuments 154 157
O ListInventoryEntries - -
O ListNodes - 160
O ListNodesSummary - -
O ListOpsItemEvents - 164
O ListOpsItemRelatedItems - 167
O ListOpsMetadata - 170
O ListResourceComplianceSummaries - 173
O ListResourceDataSync - 176
O ListTagsForResource - -
O ModifyDocumentPermission - -
O PutComplianceItems 183 -
O PutInventory - -
O PutParameter - -
O PutResourcePolicy - -
O RegisterDefaultHostManagementConfiguration - -
O RegisterDefaultPatchBaseline - -
O RegisterPatchBaselineForPatchGroup - -
O RegisterTargetWithMaintenanceWindow 184 -
O RegisterTaskWithMaintenanceWindow 185 -
O RemoveTagsFromResource - -
O ResetServiceSetting - 186
O ResumeSession - -
O SendAutomationSignal - -
O SendCommand - 187
O StartAccessRequest - -
O StartAssociationsOnce - -
O StartAutomationExecution - -
O StartChangeRequestExecution 188 -
O StartExecutionPreview - -
O StartSession - -
O StopAutomationExecution - -
O TerminateSession - -
O UnlabelParameterVersion - -
O UpdateAssociation - 189
O UpdateAssociationStatus 190 191
O UpdateCloudConnector - -
O UpdateDocument - 192
O UpdateDocumentDefaultVersion - -
O UpdateDocumentMetadata - -
O UpdateMaintenanceWindow - -
O UpdateMaintenanceWindowTarget - -
O UpdateMaintenanceWindowTask 193 194
O UpdateManagedInstanceRole - -
O UpdateOpsItem 195 -
O UpdateOpsMetadata - -
O UpdatePatchBaseline - 196
O UpdateResourceDataSync - -
O UpdateServiceSetting - -
O ValidateCloudConnector - -
T 1 s ExpirationDate=2
T 2 t -
T 3 s AssociationDescription=4
T 4 s Date=5 LastUpdateAssociationDate=5 Status=6 LastExecutionDate=5 LastSuccessfulExecutionDate=5
T 5 t -
T 6 s Date=5
T 7 s Successful=8
T 8 l 4
T 9 s DocumentDescription=10
T 10 s CreatedDate=5 ReviewInformation=11
T 11 l 12
T 12 s ReviewedTime=5
T 13 s ClientToken/i=-
T 14 s ActualStartTime=5 ActualEndTime=5 PlannedStartTime=5 PlannedEndTime=5
T 15 s ClientToken/i=-
T 16 s ClientToken/i=-
T 17 s ActivationList=18
T 18 l 19
T 19 s ExpirationDate=2 CreatedDate=20
T 20 t -
T 21 s AssociationDescription=4
T 22 s AssociationExecutionTargets=23
T 23 l 24
T 24 s LastExecutionDate=5
T 25 s AssociationExecutions=26
T 26 l 27
T 27 s CreatedTime=5 LastExecutionDate=5
T 28 s AutomationExecutionMetadataList=29
T 29 l 30
T 30 s ExecutionStartTime=5 ExecutionEndTime=5 ScheduledTime=5
T 31 s StepExecutions=32
T 32 l 33
T 33 s ExecutionStartTime=5 ExecutionEndTime=5
T 34 s Patches=35
T 35 l 36
T 36 s ReleaseDate=5
T 37 s Document=10
T 38 s EffectivePatches=39
T 39 l 40
T 40 s Patch=36 PatchStatus=41
T 41 s ApprovalDate=5
T 42 s InstanceAssociationStatusInfos=43
T 43 l 44
T 44 s ExecutionDate=5
T 45 s InstanceInformationFilterList=46
T 46 l 47
T 47 s Key~key=- ValueSet~valueSet=-
T 48 s InstanceInformationList=49
T 49 l 50
T 50 s LastPingDateTime=5 RegistrationDate=5 LastAssociationExecutionDate=5 LastSuccessfulAssociationExecutionDate=5
T 51 s InstancePatchStates=52
T 52 l 53
T 53 s OperationStartTime=5 OperationEndTime=5 LastNoRebootInstallOperationTime=5
T 54 s InstancePatchStates=55
T 55 l 53
T 56 s Patches=57
T 57 l 58
T 58 s InstalledTime=5
T 59 s InstancePropertyFilterList=60
T 60 l 61
T 61 s Key~key=- ValueSet~valueSet=-
T 62 s InstanceProperties=63
T 63 l 64
T 64 s LaunchTime=5 LastPingDateTime=5 RegistrationDate=5 LastAssociationExecutionDate=5 LastSuccessfulAssociationExecutionDate=5
T 65 s InventoryDeletions=66
T 66 l 67
T 67 s DeletionStartTime=68 LastStatusUpdateTime=69
T 68 t -
T 69 t -
T 70 s WindowExecutionTaskInvocationIdentities=71
T 71 l 72
T 72 s StartTime=5 EndTime=5
T 73 s WindowExecutionTaskIdentities=74
T 74 l 75
T 75 s StartTime=5 EndTime=5
T 76 s WindowExecutions=77
T 77 l 78
T 78 s StartTime=5 EndTime=5
T 79 s OpsItemSummaries=80
T 80 l 81
T 81 s CreatedTime=5 LastModifiedTime=5 ActualStartTime=5 ActualEndTime=5 PlannedStartTime=5 PlannedEndTime=5
T 82 s Parameters=83
T 83 l 84
T 84 s LastModifiedDate=5
T 85 s Filters=86
T 86 l 87
T 87 s Key~key=- Value~value=-
T 88 s Sessions=89
T 89 l 90
T 90 s StartDate=5 EndDate=5
T 91 s Credentials=92
T 92 s ExpirationTime=5
T 93 s AutomationExecution=94
T 94 s ExecutionStartTime=5 ExecutionEndTime=5 StepExecutions=32 ScheduledTime=5
T 95 s CreatedAt=5 UpdatedAt=5
T 96 s CreatedDate=5
T 97 s EndedAt=5
T 98 s CreatedDate=5 ModifiedDate=5
T 99 s StartTime=5 EndTime=5
T 100 s StartTime=5 EndTime=5
T 101 s StartTime=5 EndTime=5
T 102 s TaskInvocationParameters=103
T 103 s Lambda=104
T 104 s Payload=105
T 105 b
T 106 s OpsItem=107
T 107 s CreatedTime=5 LastModifiedTime=5 ActualStartTime=5 ActualEndTime=5 PlannedStartTime=5 PlannedEndTime=5
T 108 s Parameter=109
T 109 s LastModifiedDate=5
T 110 s Parameters=111
T 111 l 112
T 112 s LastModifiedDate=5
T 113 s Parameters=114
T 114 l 109
T 115 s Parameters=114
T 116 s CreatedDate=5 ModifiedDate=5
T 117 s ServiceSetting=118
T 118 s LastModifiedDate=5
T 119 s AssociationVersions=120
T 120 l 121
T 121 s CreatedDate=5
T 122 s AssociationFilterList=123
T 123 l 124
T 124 s Key~key=- Value~value=-
T 125 s Associations=126
T 126 l 127
T 127 s LastExecutionDate=5
T 128 s CloudConnectors=129
T 129 l 130
T 130 s CreatedAt=5 UpdatedAt=5
T 131 s Filters=132
T 132 l 133
T 133 s Key~key=- Value~value=-
T 134 s CommandInvocations=135
T 135 l 136
T 136 s RequestedDateTime=5 CommandPlugins=137
T 137 l 138
T 138 s ResponseStartDateTime=5 ResponseFinishDateTime=5
T 139 s Filters=132
T 140 s Commands=141
T 141 l 142
T 142 s ExpiresAfter=5 RequestedDateTime=5
T 143 s ComplianceItems=144
T 144 l 145
T 145 s ExecutionSummary=146
T 146 s ExecutionTime=5
T 147 s Metadata=148
T 148 s ReviewerResponse=149
T 149 l 150
T 150 s CreateTime=5 UpdatedTime=5
T 151 s DocumentVersions=152
T 152 l 153
T 153 s CreatedDate=5
T 154 s DocumentFilterList=155
T 155 l 156
T 156 s Key~key=- Value~value=-
T 157 s DocumentIdentifiers=158
T 158 l 159
T 159 s CreatedDate=5
T 160 s Nodes=161
T 161 l 162
T 162 s CaptureTime=163
T 163 t -
T 164 s Summaries=165
T 165 l 166
T 166 s CreatedTime=5
T 167 s Summaries=168
T 168 l 169
T 169 s CreatedTime=5 LastModifiedTime=5
T 170 s OpsMetadataList=171
T 171 l 172
T 172 s LastModifiedDate=5 CreationDate=5
T 173 s ResourceComplianceSummaryItems=174
T 174 l 175
T 175 s ExecutionSummary=146
T 176 s ResourceDataSyncItems=177
T 177 l 178
T 178 s LastSyncTime=179 LastSuccessfulSyncTime=180 SyncLastModifiedTime=181 SyncCreatedTime=182
T 179 t -
T 180 t -
T 181 t -
T 182 t -
T 183 s ExecutionSummary=146
T 184 s ClientToken/i=-
T 185 s TaskInvocationParameters=103 ClientToken/i=-
T 186 s ServiceSetting=118
T 187 s Command=142
T 188 s ScheduledTime=5 ScheduledEndTime=5
T 189 s AssociationDescription=4
T 190 s AssociationStatus=6
T 191 s AssociationDescription=4
T 192 s DocumentDescription=10
T 193 s TaskInvocationParameters=103
T 194 s TaskInvocationParameters=103
T 195 s ActualStartTime=5 ActualEndTime=5 PlannedStartTime=5 PlannedEndTime=5
T 196 s CreatedDate=5 ModifiedDate=5
S ssmcontacts SsmContacts SSM_CONTACTS ssm-contacts ssm-contacts json1.1 SSMContacts 2021-05-03 upper -
E AccessDeniedException ConflictException DataEncryptionException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AcceptPage - -
O ActivateContactChannel - -
O CreateContact 1 -
O CreateContactChannel 2 -
O CreateRotation 3 -
O CreateRotationOverride 5 -
O DeactivateContactChannel - -
O DeleteContact - -
O DeleteContactChannel - -
O DeleteRotation - -
O DeleteRotationOverride - -
O DescribeEngagement - 6
O DescribePage - 7
O GetContact - -
O GetContactChannel - -
O GetContactPolicy - -
O GetRotation - 8
O GetRotationOverride - 9
O ListContactChannels - -
O ListContacts - -
O ListEngagements 10 12
O ListPageReceipts - 15
O ListPageResolutions - -
O ListPagesByContact - 18
O ListPagesByEngagement - 21
O ListPreviewRotationShifts 22 25
O ListRotationOverrides 28 29
O ListRotationShifts 32 33
O ListRotations - 34
O ListTagsForResource - -
O PutContactPolicy - -
O SendActivationCode - -
O StartEngagement 37 -
O StopEngagement - -
O TagResource - -
O UntagResource - -
O UpdateContact - -
O UpdateContactChannel - -
O UpdateRotation 38 -
T 1 s IdempotencyToken/i=-
T 2 s IdempotencyToken/i=-
T 3 s StartTime=4
T 4 t -
T 5 s StartTime=4 EndTime=4
T 6 s StartTime=4 StopTime=4
T 7 s SentTime=4 ReadTime=4 DeliveryTime=4
T 8 s StartTime=4
T 9 s StartTime=4 EndTime=4 CreateTime=4
T 10 s TimeRangeValue=11
T 11 s StartTime=4 EndTime=4
T 12 s Engagements=13
T 13 l 14
T 14 s StartTime=4 StopTime=4
T 15 s Receipts=16
T 16 l 17
T 17 s ReceiptTime=4
T 18 s Pages=19
T 19 l 20
T 20 s SentTime=4 DeliveryTime=4 ReadTime=4
T 21 s Pages=19
T 22 s RotationStartTime=4 StartTime=4 EndTime=4 Overrides=23
T 23 l 24
T 24 s StartTime=4 EndTime=4
T 25 s RotationShifts=26
T 26 l 27
T 27 s StartTime=4 EndTime=4
T 28 s StartTime=4 EndTime=4
T 29 s RotationOverrides=30
T 30 l 31
T 31 s StartTime=4 EndTime=4 CreateTime=4
T 32 s StartTime=4 EndTime=4
T 33 s RotationShifts=26
T 34 s Rotations=35
T 35 l 36
T 36 s StartTime=4
T 37 s IdempotencyToken/i=-
T 38 s StartTime=4
S ssoadmin SsoAdmin SSO_ADMIN sso sso json1.1 SWBExternalService 2020-07-20 upper -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AddRegion - -
O AttachCustomerManagedPolicyReferenceToPermissionSet - -
O AttachManagedPolicyToPermissionSet - -
O CreateAccountAssignment - 1
O CreateApplication 4 -
O CreateApplicationAssignment - -
O CreateInstance 5 -
O CreateInstanceAccessControlAttributeConfiguration - -
O CreatePermissionSet - 6
O CreateTrustedTokenIssuer 8 -
O DeleteAccountAssignment - 9
O DeleteApplication - -
O DeleteApplicationAccessScope - -
O DeleteApplicationAssignment - -
O DeleteApplicationAuthenticationMethod - -
O DeleteApplicationGrant - -
O DeleteInlinePolicyFromPermissionSet - -
O DeleteInstance - -
O DeleteInstanceAccessControlAttributeConfiguration - -
O DeletePermissionSet - -
O DeletePermissionsBoundaryFromPermissionSet - -
O DeleteTrustedTokenIssuer - -
O DescribeAccountAssignmentCreationStatus - 10
O DescribeAccountAssignmentDeletionStatus - 11
O DescribeApplication - 12
O DescribeApplicationAssignment - -
O DescribeApplicationProvider - -
O DescribeInstance - 13
O DescribeInstanceAccessControlAttributeConfiguration - -
O DescribePermissionSet - 16
O DescribePermissionSetProvisioningStatus - 17
O DescribeRegion - 19
O DescribeTrustedTokenIssuer - -
O DetachCustomerManagedPolicyReferenceFromPermissionSet - -
O DetachManagedPolicyFromPermissionSet - -
O GetApplicationAccessScope - -
O GetApplicationAssignmentConfiguration - -
O GetApplicationAuthenticationMethod - 20
O GetApplicationGrant - -
O GetApplicationSessionConfiguration - -
O GetInlinePolicyForPermissionSet - -
O GetPermissionsBoundaryForPermissionSet - -
O ListAccountAssignmentCreationStatus - 24
O ListAccountAssignmentDeletionStatus - 27
O ListAccountAssignments - -
O ListAccountAssignmentsForPrincipal - -
O ListAccountsForProvisionedPermissionSet - -
O ListApplicationAccessScopes - -
O ListApplicationAssignments - -
O ListApplicationAssignmentsForPrincipal - -
O ListApplicationAuthenticationMethods - 28
O ListApplicationGrants - -
O ListApplicationProviders - -
O ListApplications - 31
O ListCustomerManagedPolicyReferencesInPermissionSet - -
O ListInstances - 34
O ListManagedPoliciesInPermissionSet - -
O ListPermissionSetProvisioningStatus - 37
O ListPermissionSets - -
O ListPermissionSetsProvisionedToAccount - -
O ListRegions - 40
O ListTagsForResource - -
O ListTrustedTokenIssuers - -
O ProvisionPermissionSet - 41
O PutApplicationAccessScope - -
O PutApplicationAssignmentConfiguration - -
O PutApplicationAuthenticationMethod 42 -
O PutApplicationGrant - -
O PutApplicationSessionConfiguration - -
O PutInlinePolicyToPermissionSet - -
O PutPermissionsBoundaryToPermissionSet - -
O RemoveRegion - -
O TagResource - -
O UntagResource - -
O UpdateApplication - -
O UpdateInstance - -
O UpdateInstanceAccessControlAttributeConfiguration - -
O UpdatePermissionSet - -
O UpdateTrustedTokenIssuer - -
T 1 s AccountAssignmentCreationStatus=2
T 2 s CreatedDate=3
T 3 t -
T 4 s ClientToken/i=-
T 5 s ClientToken/i=-
T 6 s PermissionSet=7
T 7 s CreatedDate=3
T 8 s ClientToken/i=-
T 9 s AccountAssignmentDeletionStatus=2
T 10 s AccountAssignmentCreationStatus=2
T 11 s AccountAssignmentDeletionStatus=2
T 12 s CreatedDate=3
T 13 s CreatedDate=3 Regions=14
T 14 l 15
T 15 s AddedDate=3
T 16 s PermissionSet=7
T 17 s PermissionSetProvisioningStatus=18
T 18 s CreatedDate=3
T 19 s AddedDate=3
T 20 s AuthenticationMethod=21
T 21 s Iam=22
T 22 s ActorPolicy=23
T 23 d
T 24 s AccountAssignmentsCreationStatus=25
T 25 l 26
T 26 s CreatedDate=3
T 27 s AccountAssignmentsDeletionStatus=25
T 28 s AuthenticationMethods=29
T 29 l 30
T 30 s AuthenticationMethod=21
T 31 s Applications=32
T 32 l 33
T 33 s CreatedDate=3
T 34 s Instances=35
T 35 l 36
T 36 s CreatedDate=3 Regions=14
T 37 s PermissionSetsProvisioningStatus=38
T 38 l 39
T 39 s CreatedDate=3
T 40 s Regions=14
T 41 s PermissionSetProvisioningStatus=18
T 42 s AuthenticationMethod=21
S sfn Sfn SFN states states json1.0 AWSStepFunctions 2016-11-23 lower -
E ActivityAlreadyExists=ActivityAlreadyExistsException ActivityDoesNotExist=ActivityDoesNotExistException ActivityLimitExceeded=ActivityLimitExceededException ActivityWorkerLimitExceeded=ActivityWorkerLimitExceededException ConflictException ExecutionAlreadyExists=ExecutionAlreadyExistsException ExecutionDoesNotExist=ExecutionDoesNotExistException ExecutionLimitExceeded=ExecutionLimitExceededException ExecutionNotRedrivable=ExecutionNotRedrivableException InvalidArn=InvalidArnException InvalidDefinition=InvalidDefinitionException InvalidEncryptionConfiguration=InvalidEncryptionConfigurationException InvalidExecutionInput=InvalidExecutionInputException InvalidLoggingConfiguration=InvalidLoggingConfigurationException InvalidName=InvalidNameException InvalidOutput=InvalidOutputException InvalidToken=InvalidTokenException InvalidTracingConfiguration=InvalidTracingConfigurationException KmsAccessDeniedException KmsInvalidStateException KmsThrottlingException MissingRequiredParameter=MissingRequiredParameterException ResourceNotFound=ResourceNotFoundException ServiceQuotaExceededException StateMachineAlreadyExists=StateMachineAlreadyExistsException StateMachineDeleting=StateMachineDeletingException StateMachineDoesNotExist=StateMachineDoesNotExistException StateMachineLimitExceeded=StateMachineLimitExceededException StateMachineTypeNotSupported=StateMachineTypeNotSupportedException TaskDoesNotExist=TaskDoesNotExistException TaskTimedOut=TaskTimedOutException TooManyTags=TooManyTagsException ValidationException
O CreateActivity - 1
O CreateStateMachine - 3
O CreateStateMachineAlias - 4
O DeleteActivity - -
O DeleteStateMachine - -
O DeleteStateMachineAlias - -
O DeleteStateMachineVersion - -
O DescribeActivity - 5
O DescribeExecution - 6
O DescribeMapRun - 7
O DescribeStateMachine - 8
O DescribeStateMachineAlias - 10
O DescribeStateMachineForExecution - 11
O GetActivityTask - -
O GetExecutionHistory - 12
O ListActivities - 17
O ListExecutions - 20
O ListMapRuns - 23
O ListStateMachineAliases - 26
O ListStateMachineVersions - 29
O ListStateMachines - 32
O ListTagsForResource - -
O PublishStateMachineVersion - 35
O RedriveExecution 36 37
O SendTaskFailure - -
O SendTaskHeartbeat - -
O SendTaskSuccess - -
O StartExecution - 38
O StopExecution - 39
O TagResource - -
O UntagResource - -
O UpdateMapRun - -
O UpdateStateMachine - 40
O UpdateStateMachineAlias - 41
O ValidateStateMachineDefinition - -
T 1 s CreationDate~creationDate=2
T 2 t -
T 3 s CreationDate~creationDate=2
T 4 s CreationDate~creationDate=2
T 5 s CreationDate~creationDate=2
T 6 s StartDate~startDate=2 StopDate~stopDate=2 RedriveDate~redriveDate=2
T 7 s StartDate~startDate=2 StopDate~stopDate=2 RedriveDate~redriveDate=2
T 8 s CreationDate~creationDate=2 VariableReferences~variableReferences=9
T 9 m -
T 10 s CreationDate~creationDate=2 UpdateDate~updateDate=2
T 11 s UpdateDate~updateDate=2 VariableReferences~variableReferences=9
T 12 s Events~events=13
T 13 l 14
T 14 s Timestamp~timestamp=2 StateExitedEventDetails~stateExitedEventDetails=15
T 15 s AssignedVariables~assignedVariables=16
T 16 m -
T 17 s Activities~activities=18
T 18 l 19
T 19 s CreationDate~creationDate=2
T 20 s Executions~executions=21
T 21 l 22
T 22 s StartDate~startDate=2 StopDate~stopDate=2 RedriveDate~redriveDate=2
T 23 s MapRuns~mapRuns=24
T 24 l 25
T 25 s StartDate~startDate=2 StopDate~stopDate=2
T 26 s StateMachineAliases~stateMachineAliases=27
T 27 l 28
T 28 s CreationDate~creationDate=2
T 29 s StateMachineVersions~stateMachineVersions=30
T 30 l 31
T 31 s CreationDate~creationDate=2
T 32 s StateMachines~stateMachines=33
T 33 l 34
T 34 s CreationDate~creationDate=2
T 35 s CreationDate~creationDate=2
T 36 s ClientToken~clientToken/i=-
T 37 s RedriveDate~redriveDate=2
T 38 s StartDate~startDate=2
T 39 s StopDate~stopDate=2
T 40 s UpdateDate~updateDate=2
T 41 s UpdateDate~updateDate=2
S storagegateway StorageGateway STORAGE_GATEWAY storagegateway storagegateway json1.1 StorageGateway_20130630 2013-06-30 upper -
E InternalServerError=InternalServerErrorException InvalidGatewayRequestException ServiceUnavailableError=ServiceUnavailableErrorException
O ActivateGateway - -
O AddCache - -
O AddTagsToResource - -
O AddUploadBuffer - -
O AddWorkingStorage - -
O AssignTapePool - -
O AssociateFileSystem - -
O AttachVolume - -
O CancelArchival - -
O CancelCacheReport - -
O CancelRetrieval - -
O CreateCachediSCSIVolume - -
O CreateNFSFileShare - -
O CreateSMBFileShare - -
O CreateSnapshot - -
O CreateSnapshotFromVolumeRecoveryPoint - -
O CreateStorediSCSIVolume - -
O CreateTapePool - -
O CreateTapeWithBarcode - -
O CreateTapes - -
O DeleteAutomaticTapeCreationPolicy - -
O DeleteBandwidthRateLimit - -
O DeleteCacheReport - -
O DeleteChapCredentials - -
O DeleteFileShare - -
O DeleteGateway - -
O DeleteSnapshotSchedule - -
O DeleteTape - -
O DeleteTapeArchive - -
O DeleteTapePool - -
O DeleteVolume - -
O DescribeAvailabilityMonitorTest - 1
O DescribeBandwidthRateLimit - -
O DescribeBandwidthRateLimitSchedule - -
O DescribeCache - -
O DescribeCacheReport - 3
O DescribeCachediSCSIVolumes - 5
O DescribeChapCredentials - -
O DescribeFileSystemAssociations - -
O DescribeGatewayInformation - -
O DescribeMaintenanceStartTime - -
O DescribeNFSFileShares - -
O DescribeSMBFileShares - -
O DescribeSMBSettings - -
O DescribeSnapshotSchedule - -
O DescribeStorediSCSIVolumes - 9
O DescribeTapeArchives - 12
O DescribeTapeRecoveryPoints - 15
O DescribeTapes - 18
O DescribeUploadBuffer - -
O DescribeVTLDevices - -
O DescribeWorkingStorage - -
O DetachVolume - -
O DisableGateway - -
O DisassociateFileSystem - -
O EvictFilesFailingUpload - -
O JoinDomain - -
O ListAutomaticTapeCreationPolicies - -
O ListCacheReports - 21
O ListFileShares - -
O ListFileSystemAssociations - -
O ListGateways - -
O ListLocalDisks - -
O ListTagsForResource - -
O ListTapePools - -
O ListTapes - 23
O ListVolumeInitiators - -
O ListVolumeRecoveryPoints - -
O ListVolumes - -
O NotifyWhenUploaded - -
O RefreshCache - -
O RemoveTagsFromResource - -
O ResetCache - -
O RetrieveTapeArchive - -
O RetrieveTapeRecoveryPoint - -
O SetLocalConsolePassword - -
O SetSMBGuestPassword - -
O ShutdownGateway - -
O StartAvailabilityMonitorTest - -
O StartCacheReport - -
O StartGateway - -
O UpdateAutomaticTapeCreationPolicy - -
O UpdateBandwidthRateLimit - -
O UpdateBandwidthRateLimitSchedule - -
O UpdateChapCredentials - -
O UpdateFileSystemAssociation - -
O UpdateGatewayInformation - -
O UpdateGatewaySoftwareNow - -
O UpdateMaintenanceStartTime - -
O UpdateNFSFileShare - -
O UpdateSMBFileShare - -
O UpdateSMBFileShareVisibility - -
O UpdateSMBLocalGroups - -
O UpdateSMBSecurityStrategy - -
O UpdateSnapshotSchedule - -
O UpdateVTLDeviceType - -
T 1 s StartTime=2
T 2 t -
T 3 s CacheReportInfo=4
T 4 s EndTime=2 StartTime=2
T 5 s CachediSCSIVolumes=6
T 6 l 7
T 7 s CreatedDate=8
T 8 t -
T 9 s StorediSCSIVolumes=10
T 10 l 11
T 11 s CreatedDate=8
T 12 s TapeArchives=13
T 13 l 14
T 14 s TapeCreatedDate=2 CompletionTime=2 RetentionStartDate=2 PoolEntryDate=2
T 15 s TapeRecoveryPointInfos=16
T 16 l 17
T 17 s TapeRecoveryPointTime=2
T 18 s Tapes=19
T 19 l 20
T 20 s TapeCreatedDate=2 RetentionStartDate=2 PoolEntryDate=2
T 21 s CacheReportList=22
T 22 l 4
T 23 s TapeInfos=24
T 24 l 25
T 25 s RetentionStartDate=2 PoolEntryDate=2
S support Support SUPPORT support support json1.1 AWSSupport_20130415 2013-04-15 lower support.us-east-1.amazonaws.com@us-east-1
E AttachmentIdNotFound=AttachmentIdNotFoundException AttachmentLimitExceeded=AttachmentLimitExceededException AttachmentSetExpired=AttachmentSetExpiredException AttachmentSetIdNotFound=AttachmentSetIdNotFoundException AttachmentSetSizeLimitExceeded=AttachmentSetSizeLimitExceededException CaseCreationLimitExceeded=CaseCreationLimitExceededException CaseIdNotFound=CaseIdNotFoundException DescribeAttachmentLimitExceeded=DescribeAttachmentLimitExceededException DryRunOperationException InternalServerError=InternalServerErrorException ThrottlingException UploadIdNotFound=UploadIdNotFoundException
O AddAttachmentsToSet 1 -
O AddCommunicationToCase - -
O CompleteAttachmentUpload - -
O CreateCase - -
O DescribeAttachment - 5
O DescribeAttachmentUploadStatus - -
O DescribeCases - -
O DescribeCommunications - -
O DescribeCreateCaseOptions - -
O DescribeServices - -
O DescribeSeverityLevels - -
O DescribeSupportedLanguages - -
O DescribeTrustedAdvisorCheckRefreshStatuses - -
O DescribeTrustedAdvisorCheckResult - -
O DescribeTrustedAdvisorCheckSummaries - -
O DescribeTrustedAdvisorChecks - -
O GetAttachmentDownloadLink - -
O GetAttachmentUploadLinks - -
O RefreshTrustedAdvisorCheck - -
O ResolveCase - -
T 1 s Attachments~attachments=2
T 2 l 3
T 3 s Data~data=4
T 4 b
T 5 s Attachment~attachment=3
S swf Swf SWF swf swf json1.0 SimpleWorkflowService 2012-01-25 lower -
E DefaultUndefinedFault=DefaultUndefinedException DomainAlreadyExistsFault=DomainAlreadyExistsException DomainDeprecatedFault=DomainDeprecatedException LimitExceededFault=LimitExceededException OperationNotPermittedFault=OperationNotPermittedException TooManyTagsFault=TooManyTagsException TypeAlreadyExistsFault=TypeAlreadyExistsException TypeDeprecatedFault=TypeDeprecatedException TypeNotDeprecatedFault=TypeNotDeprecatedException UnknownResourceFault=UnknownResourceException WorkflowExecutionAlreadyStartedFault=WorkflowExecutionAlreadyStartedException
O CountClosedWorkflowExecutions 1 -
O CountOpenWorkflowExecutions 4 -
O CountPendingActivityTasks - -
O CountPendingDecisionTasks - -
O DeleteActivityType - -
O DeleteWorkflowType - -
O DeprecateActivityType - -
O DeprecateDomain - -
O DeprecateWorkflowType - -
O DescribeActivityType - 5
O DescribeDomain - -
O DescribeWorkflowExecution - 7
O DescribeWorkflowType - 9
O GetWorkflowExecutionHistory - 11
O ListActivityTypes - 14
O ListClosedWorkflowExecutions 16 17
O ListDomains - -
O ListOpenWorkflowExecutions 19 17
O ListTagsForResource - -
O ListWorkflowTypes - 20
O PollForActivityTask - -
O PollForDecisionTask - 22
O RecordActivityTaskHeartbeat - -
O RegisterActivityType - -
O RegisterDomain - -
O RegisterWorkflowType - -
O RequestCancelWorkflowExecution - -
O RespondActivityTaskCanceled - -
O RespondActivityTaskCompleted - -
O RespondActivityTaskFailed - -
O RespondDecisionTaskCompleted - -
O SignalWorkflowExecution - -
O StartWorkflowExecution - -
O TagResource - -
O TerminateWorkflowExecution - -
O UndeprecateActivityType - -
O UndeprecateDomain - -
O UndeprecateWorkflowType - -
O UntagResource - -
T 1 s StartTimeFilter~startTimeFilter=2 CloseTimeFilter~closeTimeFilter=2
T 2 s OldestDate~oldestDate=3 LatestDate~latestDate=3
T 3 t -
T 4 s StartTimeFilter~startTimeFilter=2
T 5 s TypeInfo~typeInfo=6
T 6 s CreationDate~creationDate=3 DeprecationDate~deprecationDate=3
T 7 s ExecutionInfo~executionInfo=8 LatestActivityTaskTimestamp~latestActivityTaskTimestamp=3
T 8 s StartTimestamp~startTimestamp=3 CloseTimestamp~closeTimestamp=3
T 9 s TypeInfo~typeInfo=10
T 10 s CreationDate~creationDate=3 DeprecationDate~deprecationDate=3
T 11 s Events~events=12
T 12 l 13
T 13 s EventTimestamp~eventTimestamp=3
T 14 s TypeInfos~typeInfos=15
T 15 l 6
T 16 s StartTimeFilter~startTimeFilter=2 CloseTimeFilter~closeTimeFilter=2
T 17 s ExecutionInfos~executionInfos=18
T 18 l 8
T 19 s StartTimeFilter~startTimeFilter=2
T 20 s TypeInfos~typeInfos=21
T 21 l 10
T 22 s Events~events=12
S textract Textract TEXTRACT textract textract json1.1 Textract 2018-06-27 upper -
E AccessDeniedException BadDocumentException ConflictException DocumentTooLargeException HumanLoopQuotaExceededException IdempotentParameterMismatchException InternalServerError=InternalServerErrorException InvalidJobIdException InvalidKMSKeyException=InvalidKmsKeyException InvalidParameterException InvalidS3ObjectException LimitExceededException ProvisionedThroughputExceededException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException UnsupportedDocumentException ValidationException
O AnalyzeDocument 1 4
O AnalyzeExpense 6 -
O AnalyzeID 7 -
O CreateAdapter 9 -
O CreateAdapterVersion 10 -
O CreateBlueprint 11 -
O CreateBlueprintVersion 12 -
O CreateProject 13 -
O DeleteAdapter - -
O DeleteAdapterVersion - -
O DeleteBlueprint - -
O DeleteProject - -
O DetectDocumentText 14 -
O GetAdapter - 15
O GetAdapterVersion - 17
O GetBlueprint - 18
O GetDocumentAnalysis - -
O GetDocumentInsights - -
O GetDocumentTextDetection - -
O GetExpenseAnalysis - -
O GetLendingAnalysis - -
O GetLendingAnalysisSummary - -
O GetProject - 19
O ListAdapterVersions 20 21
O ListAdapters 24 25
O ListBlueprints - 28
O ListProjects - 31
O ListTagsForResource - -
O StartDocumentAnalysis - -
O StartDocumentInsights - -
O StartDocumentTextDetection - -
O StartExpenseAnalysis - -
O StartLendingAnalysis - -
O TagResource - -
O UntagResource - -
O UpdateAdapter - 34
O UpdateBlueprint - -
O UpdateProject - -
T 1 s Document=2
T 2 s Bytes=3
T 3 b
T 4 s HumanLoopActivationOutput=5
T 5 s HumanLoopActivationConditionsEvaluationResults/j=-
T 6 s Document=2
T 7 s DocumentPages=8
T 8 l 2
T 9 s ClientRequestToken/i=-
T 10 s ClientRequestToken/i=-
T 11 s ClientRequestToken/i=-
T 12 s ClientRequestToken/i=-
T 13 s ClientRequestToken/i=-
T 14 s Document=2
T 15 s CreationTime=16
T 16 t -
T 17 s CreationTime=16
T 18 s CreationTime=16 LastModifiedTime=16
T 19 s CreationTime=16 LastModifiedTime=16
T 20 s AfterCreationTime=16 BeforeCreationTime=16
T 21 s AdapterVersions=22
T 22 l 23
T 23 s CreationTime=16
T 24 s AfterCreationTime=16 BeforeCreationTime=16
T 25 s Adapters=26
T 26 l 27
T 27 s CreationTime=16
T 28 s Blueprints=29
T 29 l 30
T 30 s CreationTime=16 LastModifiedTime=16
T 31 s Projects=32
T 32 l 33
T 33 s CreationTime=16 LastModifiedTime=16
T 34 s CreationTime=16
S timestreaminfluxdb TimestreamInfluxDb TIMESTREAM_INFLUXDB timestream-influxdb timestream-influxdb json1.0 AmazonTimestreamInfluxDB 2023-01-27 lower -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateDbBackup 1 3
O CreateDbCluster 6 -
O CreateDbInstance 7 8
O CreateDbParameterGroup 11 13
O DeleteDbBackup - 14
O DeleteDbCluster - -
O DeleteDbInstance - 15
O GetDbBackup - 16
O GetDbCluster - 17
O GetDbInstance - 18
O GetDbParameterGroup - 19
O ListDbBackups - 20
O ListDbClusters - -
O ListDbInstances - -
O ListDbInstancesForCluster - -
O ListDbParameterGroups - -
O ListTagsForResource - 23
O RebootDbCluster - -
O RebootDbInstance - 25
O RestoreFromDbBackup 26 -
O TagResource 27 -
O UntagResource - -
O UpdateDbCluster 28 -
O UpdateDbInstance - 29
T 1 s Tags~tags=2
T 2 m -
T 3 s CreatedAt~createdAt=4 DeploymentConfiguration~deploymentConfiguration=5
T 4 t iso8601
T 5 s InfluxDBv3Enterprise=-
T 6 s DeploymentConfiguration~deploymentConfiguration=5 Tags~tags=2
T 7 s Tags~tags=2
T 8 s LastMaintenanceTime~lastMaintenanceTime=4 NextMaintenanceTime~nextMaintenanceTime=4 DbBackupConfigurations~dbBackupConfigurations=9
T 9 l 10
T 10 s NextAutomatedBackupTime~nextAutomatedBackupTime=4
T 11 s Parameters~parameters=12 Tags~tags=2
T 12 s InfluxDBv2=- InfluxDBv3Core=- InfluxDBv3Enterprise=-
T 13 s Parameters~parameters=12
T 14 s CreatedAt~createdAt=4 DeploymentConfiguration~deploymentConfiguration=5
T 15 s LastMaintenanceTime~lastMaintenanceTime=4 NextMaintenanceTime~nextMaintenanceTime=4 DbBackupConfigurations~dbBackupConfigurations=9
T 16 s CreatedAt~createdAt=4 DeploymentConfiguration~deploymentConfiguration=5
T 17 s LastMaintenanceTime~lastMaintenanceTime=4 NextMaintenanceTime~nextMaintenanceTime=4 DeploymentConfiguration~deploymentConfiguration=5 DbBackupConfigurations~dbBackupConfigurations=9
T 18 s LastMaintenanceTime~lastMaintenanceTime=4 NextMaintenanceTime~nextMaintenanceTime=4 DbBackupConfigurations~dbBackupConfigurations=9
T 19 s Parameters~parameters=12
T 20 s Items~items=21
T 21 l 22
T 22 s CreatedAt~createdAt=4
T 23 s Tags~tags=24
T 24 m -
T 25 s LastMaintenanceTime~lastMaintenanceTime=4 NextMaintenanceTime~nextMaintenanceTime=4 DbBackupConfigurations~dbBackupConfigurations=9
T 26 s RestoreToTime~restoreToTime=4 Tags~tags=2
T 27 s Tags~tags=2
T 28 s DeploymentConfiguration~deploymentConfiguration=5
T 29 s LastMaintenanceTime~lastMaintenanceTime=4 NextMaintenanceTime~nextMaintenanceTime=4 DbBackupConfigurations~dbBackupConfigurations=9
S timestreamquery TimestreamQuery TIMESTREAM_QUERY query.timestream timestream json1.0 Timestream_20181101 2018-11-01 upper -
E AccessDeniedException ConflictException InternalServerException InvalidEndpointException QueryExecutionException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CancelQuery - -
O CreateScheduledQuery 1 -
O DeleteScheduledQuery - -
O DescribeAccountSettings - -
O DescribeEndpoints - -
O DescribeScheduledQuery - 2
O ExecuteScheduledQuery 7 -
O ListScheduledQueries - 8
O ListTagsForResource - -
O PrepareQuery - -
O Query 11 -
O TagResource - -
O UntagResource - -
O UpdateAccountSettings - -
O UpdateScheduledQuery - -
T 1 s ClientToken/i=-
T 2 s ScheduledQuery=3
T 3 s CreationTime=4 PreviousInvocationTime=4 NextInvocationTime=4 LastRunSummary=5 RecentlyFailedRuns=6
T 4 t -
T 5 s InvocationTime=4 TriggerTime=4
T 6 l 5
T 7 s InvocationTime=4 ClientToken/i=-
T 8 s ScheduledQueries=9
T 9 l 10
T 10 s CreationTime=4 PreviousInvocationTime=4 NextInvocationTime=4
T 11 s ClientToken/i=-
S timestreamwrite TimestreamWrite TIMESTREAM_WRITE ingest.timestream timestream json1.0 Timestream_20181101 2018-11-01 upper -
E AccessDeniedException ConflictException InternalServerException InvalidEndpointException RejectedRecordsException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O CreateBatchLoadTask 1 -
O CreateDatabase - 2
O CreateTable - 5
O DeleteDatabase - -
O DeleteTable - -
O DescribeBatchLoadTask - 7
O DescribeDatabase - 9
O DescribeEndpoints - -
O DescribeTable - 10
O ListBatchLoadTasks - 11
O ListDatabases - 14
O ListTables - 16
O ListTagsForResource - -
O ResumeBatchLoadTask - -
O TagResource - -
O UntagResource - -
O UpdateDatabase - 18
O UpdateTable - 19
O WriteRecords - -
T 1 s ClientToken/i=-
T 2 s Database=3
T 3 s CreationTime=4 LastUpdatedTime=4
T 4 t -
T 5 s Table=6
T 6 s CreationTime=4 LastUpdatedTime=4
T 7 s BatchLoadTaskDescription=8
T 8 s CreationTime=4 LastUpdatedTime=4 ResumableUntil=4
T 9 s Database=3
T 10 s Table=6
T 11 s BatchLoadTasks=12
T 12 l 13
T 13 s CreationTime=4 LastUpdatedTime=4 ResumableUntil=4
T 14 s Databases=15
T 15 l 3
T 16 s Tables=17
T 17 l 6
T 18 s Database=3
T 19 s Table=6
S transcribe Transcribe TRANSCRIBE transcribe transcribe json1.1 Transcribe 2017-10-26 upper -
E BadRequestException ConflictException InternalFailureException LimitExceededException NotFoundException
O CreateCallAnalyticsCategory - 1
O CreateLanguageModel - -
O CreateMedicalVocabulary - 4
O CreateVocabulary - 5
O CreateVocabularyFilter - 6
O DeleteCallAnalyticsCategory - -
O DeleteCallAnalyticsJob - -
O DeleteLanguageModel - -
O DeleteMedicalScribeJob - -
O DeleteMedicalTranscriptionJob - -
O DeleteMedicalVocabulary - -
O DeleteTranscriptionJob - -
O DeleteVocabulary - -
O DeleteVocabularyFilter - -
O DescribeLanguageModel - 7
O GetCallAnalyticsCategory - 9
O GetCallAnalyticsJob - 10
O GetMedicalScribeJob - 12
O GetMedicalTranscriptionJob - 14
O GetMedicalVocabulary - 16
O GetTranscriptionJob - 17
O GetVocabulary - 19
O GetVocabularyFilter - 20
O ListCallAnalyticsCategories - 21
O ListCallAnalyticsJobs - 23
O ListLanguageModels - 26
O ListMedicalScribeJobs - 28
O ListMedicalTranscriptionJobs - 31
O ListMedicalVocabularies - 34
O ListTagsForResource - -
O ListTranscriptionJobs - 37
O ListVocabularies - 40
O ListVocabularyFilters - 41
O StartCallAnalyticsJob - 44
O StartMedicalScribeJob - 45
O StartMedicalTranscriptionJob - 46
O StartTranscriptionJob - 47
O TagResource - -
O TranscribeAudio 48 -
O UntagResource - -
O UpdateCallAnalyticsCategory - 51
O UpdateLanguageModel - 52
O UpdateMedicalVocabulary - 53
O UpdateVocabulary - 54
O UpdateVocabularyFilter - 55
T 1 s CategoryProperties=2
T 2 s CreateTime=3 LastUpdateTime=3
T 3 t -
T 4 s LastModifiedTime=3
T 5 s LastModifiedTime=3
T 6 s LastModifiedTime=3
T 7 s LanguageModel=8
T 8 s CreateTime=3 LastModifiedTime=3
T 9 s CategoryProperties=2
T 10 s CallAnalyticsJob=11
T 11 s StartTime=3 CreationTime=3 CompletionTime=3
T 12 s MedicalScribeJob=13
T 13 s StartTime=3 CreationTime=3 CompletionTime=3
T 14 s MedicalTranscriptionJob=15
T 15 s StartTime=3 CreationTime=3 CompletionTime=3
T 16 s LastModifiedTime=3
T 17 s TranscriptionJob=18
T 18 s StartTime=3 CreationTime=3 CompletionTime=3
T 19 s LastModifiedTime=3
T 20 s LastModifiedTime=3
T 21 s Categories=22
T 22 l 2
T 23 s CallAnalyticsJobSummaries=24
T 24 l 25
T 25 s CreationTime=3 StartTime=3 CompletionTime=3
T 26 s Models=27
T 27 l 8
T 28 s MedicalScribeJobSummaries=29
T 29 l 30
T 30 s CreationTime=3 StartTime=3 CompletionTime=3
T 31 s MedicalTranscriptionJobSummaries=32
T 32 l 33
T 33 s CreationTime=3 StartTime=3 CompletionTime=3
T 34 s Vocabularies=35
T 35 l 36
T 36 s LastModifiedTime=3
T 37 s TranscriptionJobSummaries=38
T 38 l 39
T 39 s CreationTime=3 StartTime=3 CompletionTime=3
T 40 s Vocabularies=35
T 41 s VocabularyFilters=42
T 42 l 43
T 43 s LastModifiedTime=3
T 44 s CallAnalyticsJob=11
T 45 s MedicalScribeJob=13
T 46 s MedicalTranscriptionJob=15
T 47 s TranscriptionJob=18
T 48 s Media=49
T 49 s MediaBytes=50
T 50 b
T 51 s CategoryProperties=2
T 52 s LastModifiedTime=3
T 53 s LastModifiedTime=3
T 54 s LastModifiedTime=3
T 55 s LastModifiedTime=3
S transfer Transfer TRANSFER transfer transfer json1.1 TransferService 2018-11-05 upper -
E AccessDeniedException ConflictException InternalServiceError=InternalServiceErrorException InvalidNextTokenException InvalidRequestException ResourceExistsException ResourceNotFoundException ServiceUnavailableException ThrottlingException
O CreateAccess - -
O CreateAgreement - -
O CreateConnector - -
O CreateProfile - -
O CreateServer - -
O CreateUser - -
O CreateWebApp - -
O CreateWorkflow - -
O DeleteAccess - -
O DeleteAgreement - -
O DeleteCertificate - -
O DeleteConnector - -
O DeleteHostKey - -
O DeleteProfile - -
O DeleteServer - -
O DeleteSshPublicKey - -
O DeleteUser - -
O DeleteWebApp - -
O DeleteWebAppCustomization - -
O DeleteWorkflow - -
O DescribeAccess - -
O DescribeAgreement - -
O DescribeCertificate - 1
O DescribeConnector - -
O DescribeExecution - -
O DescribeHostKey - 4
O DescribeProfile - -
O DescribeSecurityPolicy - -
O DescribeServer - -
O DescribeUser - 7
O DescribeWebApp - -
O DescribeWebAppCustomization - 11
O DescribeWorkflow - -
O ImportCertificate 15 -
O ImportHostKey - -
O ImportSshPublicKey - -
O ListAccesses - -
O ListAgreements - -
O ListCertificates - 16
O ListConnectors - -
O ListExecutions - -
O ListFileTransferResults - -
O ListHostKeys - 19
O ListProfiles - -
O ListSecurityPolicies - -
O ListServers - -
O ListTagsForResource - -
O ListUsers - -
O ListWebApps - -
O ListWorkflows - -
O SendWorkflowStepState - -
O StartDirectoryListing - -
O StartFileTransfer - -
O StartRemoteDelete - -
O StartRemoteMove - -
O StartServer - -
O StopServer - -
O TagResource - -
O TestConnection - -
O TestIdentityProvider - -
O UntagResource - -
O UpdateAccess - -
O UpdateAgreement - -
O UpdateCertificate 22 -
O UpdateConnector - -
O UpdateHostKey - -
O UpdateProfile - -
O UpdateServer - -
O UpdateUser - -
O UpdateWebApp - -
O UpdateWebAppCustomization 23 -
T 1 s Certificate=2
T 2 s ActiveDate=3 InactiveDate=3 NotBeforeDate=3 NotAfterDate=3
T 3 t -
T 4 s HostKey=5
T 5 s DateImported=6
T 6 t -
T 7 s User=8
T 8 s SshPublicKeys=9
T 9 l 10
T 10 s DateImported=6
T 11 s WebAppCustomization=12
T 12 s LogoFile=13 FaviconFile=14
T 13 b
T 14 b
T 15 s ActiveDate=3 InactiveDate=3
T 16 s Certificates=17
T 17 l 18
T 18 s ActiveDate=3 InactiveDate=3
T 19 s HostKeys=20
T 20 l 21
T 21 s DateImported=6
T 22 s ActiveDate=3 InactiveDate=3
T 23 s LogoFile=13 FaviconFile=14
S translate Translate TRANSLATE translate translate json1.1 AWSShineFrontendService_20170701 2017-07-01 upper -
E ConcurrentModificationException ConflictException DetectedLanguageLowConfidenceException InternalServerException InvalidFilterException InvalidParameterValueException InvalidRequestException LimitExceededException ResourceNotFoundException ServiceUnavailableException TextSizeLimitExceededException TooManyRequestsException TooManyTagsException UnsupportedDisplayLanguageCodeException UnsupportedLanguagePairException
O CreateParallelData 1 -
O DeleteParallelData - -
O DeleteTerminology - -
O DescribeTextTranslationJob - 2
O GetParallelData - 5
O GetTerminology - 7
O ImportTerminology 9 12
O ListLanguages - -
O ListParallelData - 13
O ListTagsForResource - -
O ListTerminologies - 15
O ListTextTranslationJobs 17 19
O StartTextTranslationJob 21 -
O StopTextTranslationJob - -
O TagResource - -
O TranslateDocument 22 25
O TranslateText - -
O UntagResource - -
O UpdateParallelData 28 29
T 1 s ClientToken/i=-
T 2 s TextTranslationJobProperties=3
T 3 s SubmittedTime=4 EndTime=4
T 4 t -
T 5 s ParallelDataProperties=6
T 6 s CreatedAt=4 LastUpdatedAt=4 LatestUpdateAttemptAt=4
T 7 s TerminologyProperties=8
T 8 s CreatedAt=4 LastUpdatedAt=4
T 9 s TerminologyData=10
T 10 s File=11
T 11 b
T 12 s TerminologyProperties=8
T 13 s ParallelDataPropertiesList=14
T 14 l 6
T 15 s TerminologyPropertiesList=16
T 16 l 8
T 17 s Filter=18
T 18 s SubmittedBeforeTime=4 SubmittedAfterTime=4
T 19 s TextTranslationJobPropertiesList=20
T 20 l 3
T 21 s ClientToken/i=-
T 22 s Document=23
T 23 s Content=24
T 24 b
T 25 s TranslatedDocument=26
T 26 s Content=27
T 27 b
T 28 s ClientToken/i=-
T 29 s LatestUpdateAttemptAt=4
S verifiedpermissions VerifiedPermissions VERIFIEDPERMISSIONS verifiedpermissions verifiedpermissions json1.0 VerifiedPermissions 2021-12-01 lower -
E AccessDeniedException ConflictException InternalServerException InvalidStateException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException TooManyTagsException ValidationException
O BatchGetPolicy - 1
O BatchIsAuthorized 5 21
O BatchIsAuthorizedWithToken 24 27
O CreateIdentitySource 30 31
O CreatePolicy 32 33
O CreatePolicyStore 34 39
O CreatePolicyStoreAlias - 40
O CreatePolicyTemplate 41 42
O DeleteIdentitySource - -
O DeletePolicy - -
O DeletePolicyStore - -
O DeletePolicyStoreAlias - -
O DeletePolicyTemplate - -
O GetIdentitySource - 43
O GetPolicy - 44
O GetPolicyStore - 45
O GetPolicyStoreAlias - 48
O GetPolicyTemplate - 49
O GetSchema - 50
O IsAuthorized 51 -
O IsAuthorizedWithToken 52 -
O ListIdentitySources - 53
O ListPolicies - 56
O ListPolicyStoreAliases - 59
O ListPolicyStores - 62
O ListPolicyTemplates - 65
O ListTagsForResource - 68
O PutSchema - 69
O TagResource 70 -
O UntagResource - -
O UpdateIdentitySource - 71
O UpdatePolicy - 72
O UpdatePolicyStore - 73
O UpdatePolicyTemplate - 74
T 1 s Results~results=2
T 2 l 3
T 3 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 4 t iso8601
T 5 s Entities~entities=6 Requests~requests=17
T 6 s EntityList~entityList=7
T 7 l 8
T 8 s Attributes~attributes=9 Tags~tags=13
T 9 m 10
T 10 s Set~set=11 Record~record=12
T 11 l 10
T 12 m 10
T 13 m 14
T 14 s Set~set=15 Record~record=16
T 15 l 14
T 16 m 14
T 17 l 18
T 18 s Context~context=19
T 19 s ContextMap~contextMap=20
T 20 m 10
T 21 s Results~results=22
T 22 l 23
T 23 s Request~request=18
T 24 s Entities~entities=6 Requests~requests=25
T 25 l 26
T 26 s Context~context=19
T 27 s Results~results=28
T 28 l 29
T 29 s Request~request=26
T 30 s ClientToken~clientToken/i=-
T 31 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 32 s ClientToken~clientToken/i=-
T 33 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 34 s ClientToken~clientToken/i=- EncryptionSettings~encryptionSettings=35 Tags~tags=38
T 35 s KmsEncryptionSettings~kmsEncryptionSettings=36
T 36 s EncryptionContext~encryptionContext=37
T 37 m -
T 38 m -
T 39 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 40 s CreatedAt~createdAt=4
T 41 s ClientToken~clientToken/i=-
T 42 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 43 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 44 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 45 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4 EncryptionState~encryptionState=46 Tags~tags=38
T 46 s KmsEncryptionState~kmsEncryptionState=47
T 47 s EncryptionContext~encryptionContext=37
T 48 s CreatedAt~createdAt=4
T 49 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 50 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 51 s Context~context=19 Entities~entities=6
T 52 s Context~context=19 Entities~entities=6
T 53 s IdentitySources~identitySources=54
T 54 l 55
T 55 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 56 s Policies~policies=57
T 57 l 58
T 58 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 59 s PolicyStoreAliases~policyStoreAliases=60
T 60 l 61
T 61 s CreatedAt~createdAt=4
T 62 s PolicyStores~policyStores=63
T 63 l 64
T 64 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 65 s PolicyTemplates~policyTemplates=66
T 66 l 67
T 67 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 68 s Tags~tags=38
T 69 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 70 s Tags~tags=38
T 71 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 72 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 73 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
T 74 s CreatedDate~createdDate=4 LastUpdatedDate~lastUpdatedDate=4
S voiceid VoiceId VOICE_ID voiceid voiceid json1.0 VoiceID 2021-09-27 upper -
E AccessDeniedException ConflictException InternalServerException ResourceNotFoundException ServiceQuotaExceededException ThrottlingException ValidationException
O AssociateFraudster - 1
O CreateDomain 4 5
O CreateWatchlist 7 8
O DeleteDomain - -
O DeleteFraudster - -
O DeleteSpeaker - -
O DeleteWatchlist - -
O DescribeDomain - 10
O DescribeFraudster - 11
O DescribeFraudsterRegistrationJob - 12
O DescribeSpeaker - 14
O DescribeSpeakerEnrollmentJob - 16
O DescribeWatchlist - 18
O DisassociateFraudster - 19
O EvaluateSession - 20
O ListDomains - 23
O ListFraudsterRegistrationJobs - 26
O ListFraudsters - 29
O ListSpeakerEnrollmentJobs - 32
O ListSpeakers - 35
O ListTagsForResource - -
O ListWatchlists - 38
O OptOutSpeaker - 41
O StartFraudsterRegistrationJob 42 43
O StartSpeakerEnrollmentJob 44 45
O TagResource - -
O UntagResource - -
O UpdateDomain - 46
O UpdateWatchlist - 47
T 1 s Fraudster=2
T 2 s CreatedAt=3
T 3 t -
T 4 s ClientToken/i=-
T 5 s Domain=6
T 6 s CreatedAt=3 UpdatedAt=3
T 7 s ClientToken/i=-
T 8 s Watchlist=9
T 9 s CreatedAt=3 UpdatedAt=3
T 10 s Domain=6
T 11 s Fraudster=2
T 12 s Job=13
T 13 s CreatedAt=3 EndedAt=3
T 14 s Speaker=15
T 15 s CreatedAt=3 LastAccessedAt=3 UpdatedAt=3
T 16 s Job=17
T 17 s CreatedAt=3 EndedAt=3
T 18 s Watchlist=9
T 19 s Fraudster=2
T 20 s AuthenticationResult=21 FraudDetectionResult=22
T 21 s AudioAggregationEndedAt=3 AudioAggregationStartedAt=3
T 22 s AudioAggregationEndedAt=3 AudioAggregationStartedAt=3
T 23 s DomainSummaries=24
T 24 l 25
T 25 s CreatedAt=3 UpdatedAt=3
T 26 s JobSummaries=27
T 27 l 28
T 28 s CreatedAt=3 EndedAt=3
T 29 s FraudsterSummaries=30
T 30 l 31
T 31 s CreatedAt=3
T 32 s JobSummaries=33
T 33 l 34
T 34 s CreatedAt=3 EndedAt=3
T 35 s SpeakerSummaries=36
T 36 l 37
T 37 s CreatedAt=3 LastAccessedAt=3 UpdatedAt=3
T 38 s WatchlistSummaries=39
T 39 l 40
T 40 s CreatedAt=3 UpdatedAt=3
T 41 s Speaker=15
T 42 s ClientToken/i=-
T 43 s Job=13
T 44 s ClientToken/i=-
T 45 s Job=17
T 46 s Domain=6
T 47 s Watchlist=9
S waf Waf WAF waf waf json1.1 AWSWAF_20150824 2015-08-24 upper waf.amazonaws.com@us-east-1
E WAFBadRequestException=WafBadRequestException WAFDisallowedNameException=WafDisallowedNameException WAFEntityMigrationException=WafEntityMigrationException WAFInternalErrorException=WafInternalErrorException WAFInvalidAccountException=WafInvalidAccountException WAFInvalidOperationException=WafInvalidOperationException WAFInvalidParameterException=WafInvalidParameterException WAFInvalidPermissionPolicyException=WafInvalidPermissionPolicyException WAFInvalidRegexPatternException=WafInvalidRegexPatternException WAFLimitsExceededException=WafLimitsExceededException WAFNonEmptyEntityException=WafNonEmptyEntityException WAFNonexistentContainerException=WafNonexistentContainerException WAFNonexistentItemException=WafNonexistentItemException WAFReferencedItemException=WafReferencedItemException WAFServiceLinkedRoleErrorException=WafServiceLinkedRoleErrorException WAFStaleDataException=WafStaleDataException WAFSubscriptionNotFoundException=WafSubscriptionNotFoundException WAFTagOperationException=WafTagOperationException WAFTagOperationInternalErrorException=WafTagOperationInternalErrorException
O CreateByteMatchSet - 1
O CreateGeoMatchSet - -
O CreateIPSet - -
O CreateRateBasedRule - -
O CreateRegexMatchSet - -
O CreateRegexPatternSet - -
O CreateRule - -
O CreateRuleGroup - -
O CreateSizeConstraintSet - -
O CreateSqlInjectionMatchSet - -
O CreateWebACL - -
O CreateWebACLMigrationStack - -
O CreateXssMatchSet - -
O DeleteByteMatchSet - -
O DeleteGeoMatchSet - -
O DeleteIPSet - -
O DeleteLoggingConfiguration - -
O DeletePermissionPolicy - -
O DeleteRateBasedRule - -
O DeleteRegexMatchSet - -
O DeleteRegexPatternSet - -
O DeleteRule - -
O DeleteRuleGroup - -
O DeleteSizeConstraintSet - -
O DeleteSqlInjectionMatchSet - -
O DeleteWebACL - -
O DeleteXssMatchSet - -
O GetByteMatchSet - 6
O GetChangeToken - -
O GetChangeTokenStatus - -
O GetGeoMatchSet - -
O GetIPSet - -
O GetLoggingConfiguration - -
O GetPermissionPolicy - -
O GetRateBasedRule - -
O GetRateBasedRuleManagedKeys - -
O GetRegexMatchSet - -
O GetRegexPatternSet - -
O GetRule - -
O GetRuleGroup - -
O GetSampledRequests 7 10
O GetSizeConstraintSet - -
O GetSqlInjectionMatchSet - -
O GetWebACL - -
O GetXssMatchSet - -
O ListActivatedRulesInRuleGroup - -
O ListByteMatchSets - -
O ListGeoMatchSets - -
O ListIPSets - -
O ListLoggingConfigurations - -
O ListRateBasedRules - -
O ListRegexMatchSets - -
O ListRegexPatternSets - -
O ListRuleGroups - -
O ListRules - -
O ListSizeConstraintSets - -
O ListSqlInjectionMatchSets - -
O ListSubscribedRuleGroups - -
O ListTagsForResource - -
O ListWebACLs - -
O ListXssMatchSets - -
O PutLoggingConfiguration - -
O PutPermissionPolicy - -
O TagResource - -
O UntagResource - -
O UpdateByteMatchSet 13 -
O UpdateGeoMatchSet - -
O UpdateIPSet - -
O UpdateRateBasedRule - -
O UpdateRegexMatchSet - -
O UpdateRegexPatternSet - -
O UpdateRule - -
O UpdateRuleGroup - -
O UpdateSizeConstraintSet - -
O UpdateSqlInjectionMatchSet - -
O UpdateWebACL - -
O UpdateXssMatchSet - -
T 1 s ByteMatchSet=2
T 2 s ByteMatchTuples=3
T 3 l 4
T 4 s TargetString=5
T 5 b
T 6 s ByteMatchSet=2
T 7 s TimeWindow=8
T 8 s StartTime=9 EndTime=9
T 9 t -
T 10 s SampledRequests=11 TimeWindow=8
T 11 l 12
T 12 s Timestamp=9
T 13 s Updates=14
T 14 l 15
T 15 s ByteMatchTuple=4
S wafregional WafRegional WAF_REGIONAL waf-regional waf-regional json1.1 AWSWAF_Regional_20161128 2016-11-28 upper -
E WAFBadRequestException=WafBadRequestException WAFDisallowedNameException=WafDisallowedNameException WAFEntityMigrationException=WafEntityMigrationException WAFInternalErrorException=WafInternalErrorException WAFInvalidAccountException=WafInvalidAccountException WAFInvalidOperationException=WafInvalidOperationException WAFInvalidParameterException=WafInvalidParameterException WAFInvalidPermissionPolicyException=WafInvalidPermissionPolicyException WAFInvalidRegexPatternException=WafInvalidRegexPatternException WAFLimitsExceededException=WafLimitsExceededException WAFNonEmptyEntityException=WafNonEmptyEntityException WAFNonexistentContainerException=WafNonexistentContainerException WAFNonexistentItemException=WafNonexistentItemException WAFReferencedItemException=WafReferencedItemException WAFServiceLinkedRoleErrorException=WafServiceLinkedRoleErrorException WAFStaleDataException=WafStaleDataException WAFSubscriptionNotFoundException=WafSubscriptionNotFoundException WAFTagOperationException=WafTagOperationException WAFTagOperationInternalErrorException=WafTagOperationInternalErrorException WAFUnavailableEntityException=WafUnavailableEntityException
O AssociateWebACL - -
O CreateByteMatchSet - 1
O CreateGeoMatchSet - -
O CreateIPSet - -
O CreateRateBasedRule - -
O CreateRegexMatchSet - -
O CreateRegexPatternSet - -
O CreateRule - -
O CreateRuleGroup - -
O CreateSizeConstraintSet - -
O CreateSqlInjectionMatchSet - -
O CreateWebACL - -
O CreateWebACLMigrationStack - -
O CreateXssMatchSet - -
O DeleteByteMatchSet - -
O DeleteGeoMatchSet - -
O DeleteIPSet - -
O DeleteLoggingConfiguration - -
O DeletePermissionPolicy - -
O DeleteRateBasedRule - -
O DeleteRegexMatchSet - -
O DeleteRegexPatternSet - -
O DeleteRule - -
O DeleteRuleGroup - -
O DeleteSizeConstraintSet - -
O DeleteSqlInjectionMatchSet - -
O DeleteWebACL - -
O DeleteXssMatchSet - -
O DisassociateWebACL - -
O GetByteMatchSet - 6
O GetChangeToken - -
O GetChangeTokenStatus - -
O GetGeoMatchSet - -
O GetIPSet - -
O GetLoggingConfiguration - -
O GetPermissionPolicy - -
O GetRateBasedRule - -
O GetRateBasedRuleManagedKeys - -
O GetRegexMatchSet - -
O GetRegexPatternSet - -
O GetRule - -
O GetRuleGroup - -
O GetSampledRequests 7 10
O GetSizeConstraintSet - -
O GetSqlInjectionMatchSet - -
O GetWebACL - -
O GetWebACLForResource - -
O GetXssMatchSet - -
O ListActivatedRulesInRuleGroup - -
O ListByteMatchSets - -
O ListGeoMatchSets - -
O ListIPSets - -
O ListLoggingConfigurations - -
O ListRateBasedRules - -
O ListRegexMatchSets - -
O ListRegexPatternSets - -
O ListResourcesForWebACL - -
O ListRuleGroups - -
O ListRules - -
O ListSizeConstraintSets - -
O ListSqlInjectionMatchSets - -
O ListSubscribedRuleGroups - -
O ListTagsForResource - -
O ListWebACLs - -
O ListXssMatchSets - -
O PutLoggingConfiguration - -
O PutPermissionPolicy - -
O TagResource - -
O UntagResource - -
O UpdateByteMatchSet 13 -
O UpdateGeoMatchSet - -
O UpdateIPSet - -
O UpdateRateBasedRule - -
O UpdateRegexMatchSet - -
O UpdateRegexPatternSet - -
O UpdateRule - -
O UpdateRuleGroup - -
O UpdateSizeConstraintSet - -
O UpdateSqlInjectionMatchSet - -
O UpdateWebACL - -
O UpdateXssMatchSet - -
T 1 s ByteMatchSet=2
T 2 s ByteMatchTuples=3
T 3 l 4
T 4 s TargetString=5
T 5 b
T 6 s ByteMatchSet=2
T 7 s TimeWindow=8
T 8 s StartTime=9 EndTime=9
T 9 t -
T 10 s SampledRequests=11 TimeWindow=8
T 11 l 12
T 12 s Timestamp=9
T 13 s Updates=14
T 14 l 15
T 15 s ByteMatchTuple=4
S wafv2 Wafv2 WAFV2 wafv2 wafv2 json1.1 AWSWAF_20190729 2019-07-29 upper -
E WAFAssociatedItemException=WafAssociatedItemException WAFConfigurationWarningException=WafConfigurationWarningException WAFDuplicateItemException=WafDuplicateItemException WAFExpiredManagedRuleGroupVersionException=WafExpiredManagedRuleGroupVersionException WAFFeatureNotIncludedInPricingPlanException=WafFeatureNotIncludedInPricingPlanException WAFInternalErrorException=WafInternalErrorException WAFInvalidOperationException=WafInvalidOperationException WAFInvalidParameterException=WafInvalidParameterException WAFInvalidPermissionPolicyException=WafInvalidPermissionPolicyException WAFInvalidResourceException=WafInvalidResourceException WAFLimitsExceededException=WafLimitsExceededException WAFLogDestinationPermissionIssueException=WafLogDestinationPermissionIssueException WAFNonexistentItemException=WafNonexistentItemException WAFOptimisticLockException=WafOptimisticLockException WAFServiceLinkedRoleErrorException=WafServiceLinkedRoleErrorException WAFSubscriptionNotFoundException=WafSubscriptionNotFoundException WAFTagOperationException=WafTagOperationException WAFTagOperationInternalErrorException=WafTagOperationInternalErrorException WAFUnavailableEntityException=WafUnavailableEntityException WAFUnsupportedAggregateKeyTypeException=WafUnsupportedAggregateKeyTypeException
O AssociateWebACL - -
O CheckCapacity 1 -
O CreateAPIKey - -
O CreateIPSet - -
O CreateRegexPatternSet - -
O CreateRuleGroup 13 -
O CreateWebACL 14 -
O DeleteAPIKey - -
O DeleteFirewallManagerRuleGroups - -
O DeleteIPSet - -
O DeleteLoggingConfiguration - -
O DeletePermissionPolicy - -
O DeleteRegexPatternSet - -
O DeleteRuleGroup - -
O DeleteWebACL - -
O DescribeAllManagedProducts - -
O DescribeManagedProductsByVendor - -
O DescribeManagedRuleGroup - -
O DisassociateWebACL - -
O GenerateMobileSdkReleaseUrl - -
O GetDecryptedAPIKey - 15
O GetEvent - 17
O GetEventActor - 22
O GetIPSet - -
O GetLoggingConfiguration - -
O GetManagedRuleSet - 29
O GetMobileSdkRelease - 33
O GetPermissionPolicy - -
O GetRateBasedStatementManagedKeys - -
O GetRegexPatternSet - -
O GetRevenueStatistics 35 -
O GetRevenueStatisticsSummary 37 -
O GetRevenueStatisticsTimeSeries 38 39
O GetRuleGroup - 42
O GetSampledRequests 44 45
O GetTopPathStatisticsByTraffic 48 -
O GetWebACL - 49
O GetWebACLForResource - 54
O ListAPIKeys - 55
O ListAvailableManagedRuleGroupVersions - 58
O ListAvailableManagedRuleGroups - -
O ListEventActors 61 62
O ListEvents 65 66
O ListEventsByWebACL 68 69
O ListIPSets - -
O ListLoggingConfigurations - -
O ListManagedRuleSets - -
O ListMobileSdkReleases - 70
O ListRegexPatternSets - -
O ListResourcesForWebACL - -
O ListRuleGroups - -
O ListSettlementRecords 73 74
O ListTagsForResource - -
O ListWebACLs - -
O PutLoggingConfiguration - -
O PutManagedRuleSetVersions - -
O PutPermissionPolicy - -
O TagResource - -
O UntagResource - -
O UpdateIPSet - -
O UpdateManagedRuleSetVersionExpiryDate 77 78
O UpdateRegexPatternSet - -
O UpdateRuleGroup 79 -
O UpdateWebACL 80 -
T 1 s Rules=2
T 2 l 3
T 3 s Statement=4
T 4 s ByteMatchStatement=5 RateBasedStatement=7 AndStatement=8 OrStatement=10 NotStatement=11 ManagedRuleGroupStatement=12
T 5 s SearchString=6
T 6 b
T 7 s ScopeDownStatement=4
T 8 s Statements=9
T 9 l 4
T 10 s Statements=9
T 11 s Statement=4
T 12 s ScopeDownStatement=4
T 13 s Rules=2
T 14 s Rules=2
T 15 s CreationTimestamp=16
T 16 t -
T 17 s Event=18
T 18 s StartTime=16 LastUpdatedTime=16 EndTime=16 ApiSecurityEventDetail=19
T 19 s Timeline=20
T 20 l 21
T 21 s ChangeTime=16
T 22 s EventActor=23
T 23 s Summary=24 Events=25 Changes=27
T 24 s CreatedAt=16
T 25 l 26
T 26 s StartTime=16
T 27 l 28
T 28 s ChangeTime=16
T 29 s ManagedRuleSet=30
T 30 s PublishedVersions=31
T 31 m 32
T 32 s PublishTimestamp=16 LastUpdateTimestamp=16 ExpiryTimestamp=16
T 33 s MobileSdkRelease=34
T 34 s Timestamp=16
T 35 s TimeWindow=36
T 36 s StartTime=16 EndTime=16
T 37 s TimeWindow=36
T 38 s TimeWindow=36
T 39 s DataPoints=40
T 40 l 41
T 41 s Date=16
T 42 s RuleGroup=43
T 43 s Rules=2
T 44 s TimeWindow=36
T 45 s SampledRequests=46 TimeWindow=36
T 46 l 47
T 47 s Timestamp=16
T 48 s TimeWindow=36
T 49 s WebACL=50
T 50 s Rules=2 PreProcessFirewallManagerRuleGroups=51 PostProcessFirewallManagerRuleGroups=51
T 51 l 52
T 52 s FirewallManagerStatement=53
T 53 s ManagedRuleGroupStatement=12
T 54 s WebACL=50
T 55 s APIKeySummaries=56
T 56 l 57
T 57 s CreationTimestamp=16
T 58 s Versions=59
T 59 l 60
T 60 s LastUpdateTimestamp=16
T 61 s TimeWindow=36
T 62 s EventActors=63
T 63 l 64
T 64 s CreatedAt=16
T 65 s TimeWindow=36
T 66 s Events=67
T 67 l 18
T 68 s TimeWindow=36
T 69 s Events=67
T 70 s ReleaseSummaries=71
T 71 l 72
T 72 s Timestamp=16
T 73 s TimeWindow=36
T 74 s Settlements=75
T 75 l 76
T 76 s Timestamp=16 RequestTimestamp=16
T 77 s ExpiryTimestamp=16
T 78 s ExpiryTimestamp=16
T 79 s Rules=2
T 80 s Rules=2
S workmail WorkMail WORKMAIL workmail workmail json1.1 WorkMailService 2017-10-01 upper -
E DirectoryInUseException DirectoryServiceAuthenticationFailedException DirectoryUnavailableException EmailAddressInUseException EntityAlreadyRegisteredException EntityNotFoundException EntityStateException InvalidConfigurationException InvalidCustomSesConfigurationException InvalidParameterException InvalidPasswordException LimitExceededException MailDomainInUseException MailDomainNotFoundException MailDomainStateException NameAvailabilityException OrganizationNotFoundException OrganizationStateException ReservedNameException ResourceNotFoundException TooManyTagsException UnsupportedOperationException
O AssociateDelegateToResource - -
O AssociateMemberToGroup - -
O AssumeImpersonationRole - -
O CancelMailboxExportJob 1 -
O CreateAlias - -
O CreateAvailabilityConfiguration 2 -
O CreateGroup - -
O CreateIdentityCenterApplication 3 -
O CreateImpersonationRole 4 -
O CreateMobileDeviceAccessRule 5 -
O CreateOrganization 6 -
O CreateResource - -
O CreateUser - -
O DeleteAccessControlRule - -
O DeleteAlias - -
O DeleteAvailabilityConfiguration - -
O DeleteEmailMonitoringConfiguration - -
O DeleteGroup - -
O DeleteIdentityCenterApplication - -
O DeleteIdentityProviderConfiguration - -
O DeleteImpersonationRole - -
O DeleteMailboxPermissions - -
O DeleteMobileDeviceAccessOverride - -
O DeleteMobileDeviceAccessRule - -
O DeleteOrganization 7 -
O DeletePersonalAccessToken - -
O DeleteResource - -
O DeleteRetentionPolicy - -
O DeleteUser - -
O DeregisterFromWorkMail - -
O DeregisterMailDomain - -
O DescribeEmailMonitoringConfiguration - -
O DescribeEntity - -
O DescribeGroup - 8
O DescribeIdentityProviderConfiguration - -
O DescribeInboundDmarcSettings - -
O DescribeMailboxExportJob - 10
O DescribeOrganization - 11
O DescribeResource - 12
O DescribeUser - 13
O DisassociateDelegateFromResource - -
O DisassociateMemberFromGroup - -
O GetAccessControlEffect - -
O GetDefaultRetentionPolicy - -
O GetImpersonationRole - 14
O GetImpersonationRoleEffect - -
O GetMailDomain - -
O GetMailboxDetails - -
O GetMobileDeviceAccessEffect - -
O GetMobileDeviceAccessOverride - 15
O GetPersonalAccessTokenMetadata - 16
O ListAccessControlRules - 17
O ListAliases - -
O ListAvailabilityConfigurations - 20
O ListGroupMembers - 23
O ListGroups - 26
O ListGroupsForEntity - -
O ListImpersonationRoles - 29
O ListMailDomains - -
O ListMailboxExportJobs - 32
O ListMailboxPermissions - -
O ListMobileDeviceAccessOverrides - 35
O ListMobileDeviceAccessRules - 38
O ListOrganizations - -
O ListPersonalAccessTokens - 41
O ListResourceDelegates - -
O ListResources - 44
O ListTagsForResource - -
O ListUsers - 47
O PutAccessControlRule - -
O PutEmailMonitoringConfiguration - -
O PutIdentityProviderConfiguration - -
O PutInboundDmarcSettings - -
O PutMailboxPermissions - -
O PutMobileDeviceAccessOverride - -
O PutRetentionPolicy - -
O RegisterMailDomain 50 -
O RegisterToWorkMail - -
O ResetPassword - -
O StartMailboxExportJob 51 -
O TagResource - -
O TestAvailabilityConfiguration - -
O UntagResource - -
O UpdateAvailabilityConfiguration - -
O UpdateDefaultMailDomain - -
O UpdateGroup - -
O UpdateImpersonationRole - -
O UpdateMailboxQuota - -
O UpdateMobileDeviceAccessRule - -
O UpdatePrimaryEmailAddress - -
O UpdateResource - -
O UpdateUser - -
T 1 s ClientToken/i=-
T 2 s ClientToken/i=-
T 3 s ClientToken/i=-
T 4 s ClientToken/i=-
T 5 s ClientToken/i=-
T 6 s ClientToken/i=-
T 7 s ClientToken/i=-
T 8 s EnabledDate=9 DisabledDate=9
T 9 t -
T 10 s StartTime=9 EndTime=9
T 11 s CompletedDate=9
T 12 s EnabledDate=9 DisabledDate=9
T 13 s EnabledDate=9 DisabledDate=9 MailboxProvisionedDate=9 MailboxDeprovisionedDate=9
T 14 s DateCreated=9 DateModified=9
T 15 s DateCreated=9 DateModified=9
T 16 s DateCreated=9 DateLastUsed=9 ExpiresTime=9
T 17 s Rules=18
T 18 l 19
T 19 s DateCreated=9 DateModified=9
T 20 s AvailabilityConfigurations=21
T 21 l 22
T 22 s DateCreated=9 DateModified=9
T 23 s Members=24
T 24 l 25
T 25 s EnabledDate=9 DisabledDate=9
T 26 s Groups=27
T 27 l 28
T 28 s EnabledDate=9 DisabledDate=9
T 29 s Roles=30
T 30 l 31
T 31 s DateCreated=9 DateModified=9
T 32 s Jobs=33
T 33 l 34
T 34 s StartTime=9 EndTime=9
T 35 s Overrides=36
T 36 l 37
T 37 s DateCreated=9 DateModified=9
T 38 s Rules=39
T 39 l 40
T 40 s DateCreated=9 DateModified=9
T 41 s PersonalAccessTokenSummaries=42
T 42 l 43
T 43 s DateCreated=9 DateLastUsed=9 ExpiresTime=9
T 44 s Resources=45
T 45 l 46
T 46 s EnabledDate=9 DisabledDate=9
T 47 s Users=48
T 48 l 49
T 49 s EnabledDate=9 DisabledDate=9
T 50 s ClientToken/i=-
T 51 s ClientToken/i=-
S workspaces WorkSpaces WORKSPACES workspaces workspaces json1.1 WorkspacesService 2015-04-08 upper -
E AccessDeniedException ApplicationNotSupportedException ComputeNotCompatibleException ConflictException IncompatibleApplicationsException InternalServerException InvalidParameterCombinationException InvalidParameterValuesException InvalidResourceStateException OperatingSystemNotCompatibleException OperationInProgressException OperationNotSupportedException ResourceAlreadyExistsException ResourceAssociatedException ResourceCreationFailedException ResourceInUseException ResourceLimitExceededException ResourceNotFoundException ResourceUnavailableException UnsupportedNetworkConfigurationException UnsupportedWorkspaceConfigurationException ValidationException WorkspacesDefaultRoleNotFoundException
O AcceptAccountLinkInvitation - -
O AssociateConnectionAlias - -
O AssociateIpGroups - -
O AssociateWorkspaceApplication - 1
O AuthorizeIpRules 4 -
O CopyWorkspaceImage - -
O CreateAccountLinkInvitation - -
O CreateConnectClientAddIn - -
O CreateConnectionAlias - -
O CreateIpGroup 7 -
O CreateStandbyWorkspaces - -
O CreateTags - -
O CreateUpdatedWorkspaceImage - -
O CreateWorkspaceBundle - 8
O CreateWorkspaceImage - 10
O CreateWorkspaces - 11
O CreateWorkspacesPool - 17
O DeleteAccountLinkInvitation - -
O DeleteClientBranding - -
O DeleteConnectClientAddIn - -
O DeleteConnectionAlias - -
O DeleteIpGroup - -
O DeleteTags - -
O DeleteWorkspaceBundle - -
O DeleteWorkspaceImage - -
O DeployWorkspaceApplications - 19
O DeregisterWorkspaceDirectory - -
O DescribeAccount - -
O DescribeAccountModifications - 22
O DescribeApplicationAssociations - 25
O DescribeApplications - 28
O DescribeBundleAssociations - 31
O DescribeClientBranding - -
O DescribeClientProperties - -
O DescribeConnectClientAddIns - -
O DescribeConnectionAliasPermissions - -
O DescribeConnectionAliases - -
O DescribeCustomWorkspaceImageImport - 34
O DescribeImageAssociations - 35
O DescribeIpGroups - 38
O DescribeTags - -
O DescribeWorkspaceAssociations - 41
O DescribeWorkspaceBundles - 42
O DescribeWorkspaceDirectories - 44
O DescribeWorkspaceImagePermissions - -
O DescribeWorkspaceImages - 47
O DescribeWorkspaceSnapshots - 50
O DescribeWorkspaces - 53
O DescribeWorkspacesConnectionStatus - 54
O DescribeWorkspacesPoolSessions - 57
O DescribeWorkspacesPools - 60
O DisassociateConnectionAlias - -
O DisassociateIpGroups - -
O DisassociateWorkspaceApplication - 62
O GetAccountLink - -
O ImportClientBranding 63 -
O ImportCustomWorkspaceImage - -
O ImportWorkspaceImage - -
O ListAccountLinks - -
O ListAvailableManagementCidrRanges - -
O MigrateWorkspace - -
O ModifyAccount - -
O ModifyCertificateBasedAuthProperties - -
O ModifyClientProperties - -
O ModifyEndpointEncryptionMode - -
O ModifySamlProperties - -
O ModifySelfservicePermissions - -
O ModifyStreamingProperties - -
O ModifyWorkspaceAccessProperties - -
O ModifyWorkspaceCreationProperties - -
O ModifyWorkspaceProperties - -
O ModifyWorkspaceState - -
O RebootWorkspaces - -
O RebuildWorkspaces - -
O RegisterWorkspaceDirectory - -
O RejectAccountLinkInvitation - -
O RestoreWorkspace - -
O RevokeIpRules - -
O StartWorkspaces - -
O StartWorkspacesPool - -
O StopWorkspaces - -
O StopWorkspacesPool - -
O TerminateWorkspaces - -
O TerminateWorkspacesPool - -
O TerminateWorkspacesPoolSession - -
O UpdateConnectClientAddIn - -
O UpdateConnectionAliasPermission - -
O UpdateRulesOfIpGroup 70 -
O UpdateWorkspaceBundle - -
O UpdateWorkspaceImagePermission - -
O UpdateWorkspacesPool - 71
T 1 s Association=2
T 2 s Created=3 LastUpdatedTime=3
T 3 t -
T 4 s UserRules=5
T 5 l 6
T 6 s IpRule~ipRule=- RuleDesc~ruleDesc=-
T 7 s UserRules=5
T 8 s WorkspaceBundle=9
T 9 s LastUpdatedTime=3 CreationTime=3
T 10 s Created=3
T 11 s PendingRequests=12
T 12 l 13
T 13 s DataReplicationSettings=14 StandbyWorkspacesProperties=15
T 14 s RecoverySnapshotTime=3
T 15 l 16
T 16 s RecoverySnapshotTime=3
T 17 s WorkspacesPool=18
T 18 s CreatedAt=3
T 19 s Deployment=20
T 20 s Associations=21
T 21 l 2
T 22 s AccountModifications=23
T 23 l 24
T 24 s StartTime=3
T 25 s Associations=26
T 26 l 27
T 27 s Created=3 LastUpdatedTime=3
T 28 s Applications=29
T 29 l 30
T 30 s Created=3
T 31 s Associations=32
T 32 l 33
T 33 s Created=3 LastUpdatedTime=3
T 34 s Created=3 LastUpdatedTime=3
T 35 s Associations=36
T 36 l 37
T 37 s Created=3 LastUpdatedTime=3
T 38 s Result=39
T 39 l 40
T 40 s GroupId~groupId=- GroupName~groupName=- GroupDesc~groupDesc=- UserRules~userRules=5
T 41 s Associations=21
T 42 s Bundles=43
T 43 l 9
T 44 s Directories=45
T 45 l 46
T 46 s IpGroupIds~ipGroupIds=-
T 47 s Images=48
T 48 l 49
T 49 s Created=3
T 50 s RebuildSnapshots=51 RestoreSnapshots=51
T 51 l 52
T 52 s SnapshotTime=3
T 53 s Workspaces=12
T 54 s WorkspacesConnectionStatus=55
T 55 l 56
T 56 s ConnectionStateCheckTimestamp=3 LastKnownUserConnectionTimestamp=3
T 57 s Sessions=58
T 58 l 59
T 59 s ExpirationTime=3 StartTime=3
T 60 s WorkspacesPools=61
T 61 l 18
T 62 s Association=2
T 63 s DeviceTypeWindows=64 DeviceTypeOsx=64 DeviceTypeAndroid=64 DeviceTypeIos=66 DeviceTypeLinux=64 DeviceTypeWeb=64
T 64 s Logo=65
T 65 b
T 66 s Logo=67 Logo2x=68 Logo3x=69
T 67 b
T 68 b
T 69 b
T 70 s UserRules=5
T 71 s WorkspacesPool=18
"""#
}
